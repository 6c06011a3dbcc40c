// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { SurveyGroup, SurveyUnit } from './survey.api.ts';

type Props = { readonly units: readonly SurveyUnit[]; readonly groups: readonly SurveyGroup[] };
type Row = SurveyUnit['items'][number] & Pick<SurveyUnit, 'sheetId' | 'unitName'>;

const itemOf = (row: Row): string => `/scoring/sheets/${row.sheetId}?item=${encodeURIComponent(row.code)}`;

/** Points of each surveyed item of each unit; a number opens to the answers of the groups, small ones without. */
export function SurveyPoints({ units, groups }: Props) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const rows = units.flatMap(({ sheetId, unitName, items }) => items.map((item): Row => ({ ...item, sheetId, unitName })));
  if (rows.length === 0) return <Empty title={t('points_none')}>{t('points_help')}</Empty>;
  const nameOf = (code: string): string => groups.find((group) => group.code === code)?.name ?? code;
  const answersOf = (row: Row): string =>
    row.groups
      .map(({ group, counts }) => {
        const told = counts
          ? Object.entries(counts)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([answer, count]) => `${answer} ${format.number(count)}`)
              .join(', ')
          : t('hidden');
        return `${nameOf(group)}: ${told}`;
      })
      .join('; ');
  const opened = (row: Row, value: string) => (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('points_text', { item: row.code, unit: row.unitName, answers: format.number(row.answers) }),
        source: answersOf(row) || null,
        rule: t('points_rule'),
        recordsHref: itemOf(row),
      }}
    />
  );
  const columns: readonly Column<Row>[] = [
    {
      id: 'unit',
      header: t('unit'),
      names: true,
      value: (row) => row.unitName,
      cell: (row) => <Link to={itemOf(row)}>{row.unitName}</Link>,
    },
    { id: 'item', header: t('item'), width: '34%', value: (row) => `${row.code} ${row.name}` },
    {
      id: 'answers',
      header: t('answers'),
      numeric: true,
      value: (row) => row.answers,
      cell: (row) => opened(row, format.number(row.answers)),
    },
    {
      id: 'maximum',
      header: t('maximum'),
      numeric: true,
      value: (row) => Number(row.maximum),
      cell: (row) => <Link to={itemOf(row)}>{format.number(row.maximum)}</Link>,
    },
    {
      id: 'points',
      header: t('got'),
      numeric: true,
      value: (row) => (row.points === null ? null : Number(row.points)),
      cell: (row) => (row.points === null ? '–' : opened(row, format.number(row.points))),
    },
  ];
  return (
    <DataTable
      caption={t('points')}
      columns={columns}
      rows={rows}
      rowId={(row) => `${row.sheetId} ${row.code}`}
      pageSize={50}
      empty={null}
    />
  );
}
