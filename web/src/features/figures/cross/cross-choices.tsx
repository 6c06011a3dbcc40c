// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/api/operations.ts';
import { UnitPicker } from '../../units/index.ts';
import { PeriodChoice } from '../period-choice.tsx';
import { type CrossState, dimensions, standingStill } from './cross.api.ts';
import css from './cross.module.css';

type Props = {
  readonly asked: CrossState;
  readonly indicators: Answer<'listIndicators'>['rows'];
  readonly onChoose: (change: Partial<CrossState>) => void;
};

const kinds = ['month', 'quarter', 'half', 'year', 'legal'] as const;

/** What lies in the rows, what in the columns, and the one member of the third dimension. */
export function CrossChoices({ asked, indicators, onChoose }: Props) {
  const { t } = useTranslation('cross-table');
  const still = standingStill(asked.rows, asked.columns);
  const options = dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }));
  // Choosing what the other side has exchanges them.
  const setSide = (side: 'rows' | 'columns', value: string): void => {
    const other = side === 'rows' ? 'columns' : 'rows';
    onChoose(value === asked[other] ? { [side]: value, [other]: asked[side] } : { [side]: value });
  };
  const known = [...new Map(indicators.map((one) => [one.indicatorId, one])).values()];
  return (
    <div className={`${css['choices']} no-print`}>
      <NativeSelect label={t('rows')} value={asked.rows} data={options} onChange={(event) => setSide('rows', event.currentTarget.value)} />
      <NativeSelect
        label={t('columns')}
        value={asked.columns}
        data={options}
        onChange={(event) => setSide('columns', event.currentTarget.value)}
      />
      <UnitPicker
        label={still === 'units' ? t('unit') : t('unit_top')}
        value={asked.unitId ? { id: asked.unitId, name: asked.unitName } : null}
        onChange={(unit) => onChoose({ unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
      />
      {still === 'indicators' ? (
        <NativeSelect
          label={t('indicator')}
          value={asked.indicatorId}
          data={known.map((one) => ({ value: one.indicatorId, label: `${one.code} ${one.name}` }))}
          onChange={(event) => onChoose({ indicatorId: event.currentTarget.value })}
        />
      ) : null}
      {still === 'periods' ? (
        <PeriodChoice unitId={asked.unitId} value={asked.period} onChange={(period) => onChoose({ period })} />
      ) : (
        <>
          <NativeSelect
            label={t('period_kind')}
            value={asked.periodKind}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => onChoose({ periodKind: event.currentTarget.value })}
          />
          <YearInput label={t('from_year')} value={asked.fromYear} onChange={(fromYear) => onChoose({ fromYear })} />
          <YearInput label={t('to_year')} value={asked.toYear} onChange={(toYear) => onChoose({ toYear })} />
        </>
      )}
    </div>
  );
}

type YearProps = { readonly label: string; readonly value: string; readonly onChange: (year: string) => void };

/** A year, taken when it is whole. */
export function YearInput({ label, value, onChange }: YearProps) {
  return (
    <TextInput
      key={value}
      label={label}
      defaultValue={value}
      inputMode="numeric"
      maxLength={4}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        if (/^2[01]\d\d$/.test(typed) && typed !== value) onChange(typed);
      }}
    />
  );
}
