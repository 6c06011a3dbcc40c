// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { decimalsOf, padded } from '../../../shared/format/numbers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { RankingGroup, RankingRow } from './cycle.api.ts';
import { Change, GradeFigure, IndexFigure, Missing, Rank, type RowBehind, SelfTotal, Total } from './ranking-figures.tsx';

type Props = {
  readonly group: RankingGroup;
  readonly caption: string;
  /** Where the numbers of a row are looked at: the sheet of the unit, or the published result for whoever may not open it. */
  readonly behind: (row: RankingRow) => RowBehind;
};

/** Points, index, grade and rank of a peer group; every number opens to what it was added up from. */
export function RankingTable({ group, caption, behind }: Props) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const decimals = decimalsOf(group.rows.flatMap(({ selfTotal, total, index }) => [selfTotal, total, index]));
  const inLine = (value: string): string => format.number(padded(value, decimals));
  const columns: readonly Column<RankingRow>[] = [
    {
      id: 'rank',
      header: t('round.rank'),
      numeric: true,
      value: (row) => row.rank,
      cell: (row) => (row.rank === null ? '–' : <Rank row={row} group={group} href={behind(row).href} />),
    },
    {
      id: 'unit',
      header: t('round.unit'),
      names: true,
      width: '34%',
      value: (row) => row.unitName,
      cell: (row) => (behind(row).isSheet ? <Link to={behind(row).href}>{row.unitName}</Link> : row.unitName),
    },
    {
      id: 'self',
      header: t('round.self'),
      numeric: true,
      value: (row) => Number(row.selfTotal),
      cell: (row) => <SelfTotal row={row} value={inLine(row.selfTotal)} href={behind(row).href} />,
    },
    {
      id: 'total',
      header: t('round.total'),
      numeric: true,
      value: (row) => Number(row.total),
      cell: (row) => <Total row={row} group={group} href={behind(row).href} value={inLine(row.total)} />,
    },
    {
      id: 'index',
      header: t('round.index'),
      numeric: true,
      value: (row) => (row.index === null ? null : Number(row.index)),
      cell: (row) =>
        row.index === null ? '–' : <IndexFigure row={row} group={group} href={behind(row).href} value={`${inLine(row.index)}\u00a0%`} />,
    },
    ...(group.rows.some(({ before }) => before) ? [changeOf(t('round.before'))] : []),
    {
      id: 'grade',
      header: t('round.grade'),
      value: (row) => row.grade,
      cell: (row) => (row.grade === null ? null : <GradeFigure row={row} group={group} href={behind(row).href} />),
    },
    ...(group.rows.some(({ missing }) => missing > 0)
      ? [
          {
            id: 'missing',
            header: t('round.missing'),
            numeric: true,
            value: (row: RankingRow) => row.missing,
            cell: (row: RankingRow) => <Missing row={row} behind={behind(row)} />,
          },
        ]
      : []),
  ];
  return <DataTable caption={caption} columns={columns} rows={group.rows} rowId={(row) => row.sheetId} pageSize={50} empty={null} />;
}

const changeOf = (header: string): Column<RankingRow> => ({
  id: 'before',
  header,
  value: (row) => (row.rank === null || !row.before?.rank ? null : row.rank - row.before.rank),
  cell: (row) => <Change row={row} />,
});
