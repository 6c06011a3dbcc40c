// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/days.ts';
import { IconSearch } from '../../shared/ui/icons.ts';
import { typesQuery } from './documents.api.ts';
import css from './documents.module.css';

export type Filters = Readonly<Record<'search' | 'direction' | 'year' | 'typeCode' | 'state', string>>;
export const noFilters: Filters = { search: '', direction: '', year: '', typeCode: '', state: '' };

/** What the list is filtered by, in the keys of a form: others that stand in the address are left out. */
export function filtersOf<T extends Filters>({ search, direction, year, typeCode, state }: T): Filters {
  return { search, direction, year, typeCode, state };
}

const firstYear = 2019;

export function DocumentFilters({ value, onChange }: { readonly value: Filters; readonly onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('documents');
  const types = useQuery(typesQuery);
  const last = Number(today().slice(0, 4));
  const years = Array.from({ length: last - firstYear + 1 }, (_, index) => String(last - index));
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
      <NativeSelect
        label={t('direction.label')}
        data={[
          { value: '', label: t('direction.all') },
          { value: 'outgoing', label: t('direction.outgoing') },
          { value: 'incoming', label: t('direction.incoming') },
        ]}
        {...select('direction')}
      />
      <NativeSelect label={t('year')} data={[{ value: '', label: t('any_year') }, ...years]} {...select('year')} />
      <NativeSelect
        label={t('type')}
        data={[{ value: '', label: t('any_type') }, ...(types.data ?? []).map((type) => ({ value: type.code, label: type.name }))]}
        {...select('typeCode')}
      />
      <NativeSelect
        label={t('state_label')}
        data={[
          { value: '', label: t('any_state') },
          { value: 'draft', label: t('state.draft') },
          { value: 'issued', label: t('state.issued') },
          { value: 'recalled', label: t('state.recalled') },
        ]}
        {...select('state')}
      />
    </div>
  );
}
