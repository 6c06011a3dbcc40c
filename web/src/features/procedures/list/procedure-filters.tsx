// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { IconSearch } from '../../../shared/ui/icons.ts';
import { UnitPicker } from '../../units/index.ts';
import { levels, regimeOn, regimesQuery, sectorsQuery } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';

export type Filters = Readonly<Record<'search' | 'asOf' | 'standing' | 'sectorId' | 'level' | 'unitId' | 'unitName' | 'online', string>>;
export const noFilters: Filters = {
  search: '',
  asOf: '',
  standing: 'in_force',
  sectorId: '',
  level: '',
  unitId: '',
  unitName: '',
  online: '',
};

type Props = { readonly value: Filters; readonly day: string; readonly onChange: (filters: Filters) => void };

export function ProcedureFilters({ value, day, onChange }: Props) {
  const { t } = useTranslation('procedures');
  const sectors = useQuery(sectorsQuery);
  const regimes = useQuery(regimesQuery);
  const select = (key: keyof Filters) => ({
    value: value[key],
    onChange: (event: { currentTarget: HTMLSelectElement }) => onChange({ ...value, [key]: event.currentTarget.value }),
  });
  return (
    <div className={`${css['filters']} no-print`}>
      <TextInput
        type="search"
        label={t('search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        className={css['search'] ?? ''}
        value={value.search}
        onChange={(event) => onChange({ ...value, search: event.currentTarget.value })}
      />
      <DayInput label={t('as_of')} value={day} onChange={(asOf) => onChange({ ...value, asOf })} />
      <NativeSelect
        label={t('sector')}
        data={[{ value: '', label: t('any_sector') }, ...(sectors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        {...select('sectorId')}
      />
      <NativeSelect
        label={t('level_label')}
        data={[{ value: '', label: t('any_level') }, ...levels.map((level) => ({ value: level, label: t(`level.${level}`) }))]}
        {...select('level')}
      />
      <NativeSelect
        label={t('online')}
        data={[
          { value: '', label: t('any_online') },
          { value: 'submit', label: t('online_submit') },
          ...(regimeOn(regimes.data ?? [], day)?.levels ?? []).map((one) => ({ value: one.level, label: one.name })),
          { value: 'none', label: t('online_none') },
        ]}
        {...select('online')}
      />
      <UnitPicker
        label={t('unit')}
        value={value.unitId ? { id: value.unitId, name: value.unitName } : null}
        onChange={(unit) => onChange({ ...value, unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
        asOf={day}
        clearable
      />
      <NativeSelect
        label={t('standing_label')}
        data={(['in_force', 'coming', 'ended', 'all'] as const).map((one) => ({ value: one, label: t(`standing.${one}`) }))}
        {...select('standing')}
      />
    </div>
  );
}
