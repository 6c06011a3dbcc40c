// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { decimalsOf, padded } from '../../shared/format/numbers.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { figureAddress } from './figure-value.tsx';
import type { OpenedFigure } from './figures.api.ts';

type Row = OpenedFigure['contributing'][number];

/** The units whose numbers were added up; each opens to its own figure. */
export function ContributingUnits({ answer }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { figure, period } = answer;
  const written = (value: string, part: 'numerator' | 'denominator' | 'value'): string =>
    format.number(padded(value, decimalsOf([figure[part], ...answer.contributing.map((one) => one[part])])));
  const total = (part: 'numerator' | 'denominator' | 'value') => {
    const value = figure[part];
    if (value === null) return '–';
    return (
      <ExplicitFigure
        value={written(value, part)}
        origin={{
          sentence: figure.sentence,
          rule: t(part === 'value' ? 'total_value' : 'total_sum', { count: answer.contributing.length }),
        }}
      />
    );
  };
  const open = (row: Row, part: 'numerator' | 'denominator' | 'value') => {
    const value = row[part];
    if (value === null) return '–';
    return <Link to={figureAddress(row.unitId, figure.indicator.indicatorId, period.key)}>{written(value, part)}</Link>;
  };
  const columns: readonly Column<Row>[] = [
    {
      id: 'unit',
      header: t('column.unit'),
      names: true,
      value: (row) => row.unitName,
      cell: (row) => <Link to={figureAddress(row.unitId, figure.indicator.indicatorId, period.key)}>{row.unitName}</Link>,
    },
    {
      id: 'numerator',
      header: t('column.numerator'),
      numeric: true,
      value: (row) => Number(row.numerator ?? 0),
      cell: (row) => open(row, 'numerator'),
      total: () => total('numerator'),
    },
    ...(answer.denominator
      ? [
          {
            id: 'denominator',
            header: t('column.denominator'),
            numeric: true,
            value: (row: Row) => Number(row.denominator ?? 0),
            cell: (row: Row) => open(row, 'denominator'),
            total: () => total('denominator'),
          },
        ]
      : []),
    {
      id: 'value',
      header: t('column.value'),
      numeric: true,
      value: (row) => (row.value === null ? null : Number(row.value)),
      cell: (row) => open(row, 'value'),
      total: () => total('value'),
    },
    { id: 'origin', header: t('column.origin'), value: (row) => t(`origin.${row.origin}`) },
  ];
  return (
    <DataTable
      caption={t('contributing')}
      columns={columns}
      rows={answer.contributing}
      rowId={(row) => row.unitId}
      initialSort={{ column: 'numerator', descending: true }}
      empty={null}
    />
  );
}
