// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Empty } from '../../shared/ui/feedback/states.tsx';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { FigureValue, figureAddress } from './figure-value.tsx';
import type { Figure, UnitFigures } from './figures.api.ts';

const tones = { good: 'done', watch: 'soon', poor: 'late' } as const;

/** The figures of one unit and period, a row for each indicator. */
export function FiguresTable({ answer }: { readonly answer: UnitFigures }) {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const { unit, period, figures } = answer;
  const columns: readonly Column<Figure>[] = [
    { id: 'code', header: t('column.code'), value: (row) => row.indicator.code, width: '9rem' },
    {
      id: 'name',
      header: t('column.indicator'),
      names: true,
      value: (row) => row.indicator.name,
      cell: (row) => (
        <>
          {row.indicator.name} {row.own?.revision?.mark ? <small className="soft">({t(`mark.${row.own.revision.mark}`)})</small> : null}
        </>
      ),
    },
    { id: 'field', header: t('column.field'), value: (row) => t(`field.${row.indicator.reformField}`) },
    {
      id: 'value',
      header: t('column.value'),
      numeric: true,
      value: (row) => (row.value === null ? null : Number(row.value)),
      cell: (row) => <FigureValue figure={row} period={period} />,
    },
    {
      id: 'origin',
      header: t('column.origin'),
      value: (row) => (row.origin ? t(`origin.${row.origin}`) : ''),
    },
    {
      id: 'judgement',
      header: t('column.judgement'),
      value: (row) => (row.judgement ? t(`judgement.${row.judgement}`) : ''),
      cell: (row) => (row.judgement ? <StateBadge tone={tones[row.judgement]}>{t(`judgement.${row.judgement}`)}</StateBadge> : null),
    },
  ];
  return (
    <DataTable
      caption={t('caption', { unit: unit.name, period: period.name })}
      columns={columns}
      rows={figures}
      rowId={(row) => row.indicator.indicatorId}
      onOpen={(row) => void navigate(figureAddress(unit.id, row.indicator.indicatorId, period.key))}
      initialSort={{ column: 'code' }}
      filter
      views={{ table: 'figures' }}
      empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
    />
  );
}
