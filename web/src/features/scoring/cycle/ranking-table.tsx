// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { decimalsOf, padded } from '../../../shared/format/numbers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { RankingGroup, RankingRow } from './cycle.api.ts';

/** Points, index, grade and rank of a peer group; every number opens to what it was added up from. */
export function RankingTable({ group, caption }: { readonly group: RankingGroup; readonly caption: string }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const decimals = decimalsOf(group.rows.flatMap(({ selfTotal, total, index }) => [selfTotal, total, index]));
  const inLine = (value: string): string => format.number(padded(value, decimals));
  const parts = (row: RankingRow): string =>
    group.fields.map(({ name }, place) => `${name}: ${format.number(row.fieldPoints[place] ?? '0')}`).join('; ');
  const columns: readonly Column<RankingRow>[] = [
    { id: 'rank', header: t('round.rank'), numeric: true, value: (row) => row.rank },
    {
      id: 'unit',
      header: t('round.unit'),
      names: true,
      width: '34%',
      value: (row) => row.unitName,
      cell: (row) => <Link to={`/scoring/sheets/${row.sheetId}`}>{row.unitName}</Link>,
    },
    {
      id: 'self',
      header: t('round.self'),
      numeric: true,
      value: (row) => Number(row.selfTotal),
      cell: (row) => <SelfTotal row={row} value={inLine(row.selfTotal)} />,
    },
    {
      id: 'total',
      header: t('round.total'),
      numeric: true,
      value: (row) => Number(row.total),
      cell: (row) => (
        <ExplicitFigure
          value={inLine(row.total)}
          origin={{
            sentence: t('round.total_text', { unit: row.unitName, maximum: format.number(group.maximum) }),
            rule: t('round.rule_sum', { parts: parts(row) }),
            source: t('round.source'),
            recordsHref: `/scoring/sheets/${row.sheetId}`,
          }}
        />
      ),
    },
    {
      id: 'index',
      header: t('round.index'),
      numeric: true,
      value: (row) => (row.index === null ? null : Number(row.index)),
      cell: (row) =>
        row.index === null ? (
          '–'
        ) : (
          <ExplicitFigure
            value={`${inLine(row.index)}\u00a0%`}
            origin={{
              sentence: t('round.index_text', { unit: row.unitName }),
              numerator: { value: format.number(row.total), label: t('round.points') },
              denominator: { value: format.number(group.maximum), label: t('round.maximum') },
              rule: t('round.index_rule'),
              recordsHref: `/scoring/sheets/${row.sheetId}`,
            }}
          />
        ),
    },
    ...(group.rows.some(({ before }) => before) ? [changeOf(t('round.before'))] : []),
    { id: 'grade', header: t('round.grade'), value: (row) => row.grade },
    ...(group.rows.some(({ missing }) => missing > 0)
      ? [{ id: 'missing', header: t('round.missing'), numeric: true, value: (row: RankingRow) => row.missing }]
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

/** How many places up or down since the last published year, in words and with the old rank. */
function Change({ row: { rank, before } }: { readonly row: RankingRow }) {
  const { t } = useTranslation('cycle');
  if (rank === null || !before?.rank) return <span className="soft">{t('round.before_none')}</span>;
  const places = before.rank - rank;
  const key = places > 0 ? 'round.up' : places < 0 ? 'round.down' : 'round.same';
  return (
    <>
      {t(key, { places: Math.abs(places) })}{' '}
      <span className="small soft digits">{t('round.before_rank', { year: before.year, rank: before.rank, of: before.of })}</span>
    </>
  );
}

function SelfTotal({ row, value }: { readonly row: RankingRow; readonly value: string }) {
  const { t } = useTranslation('cycle');
  return (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('round.self_text', { unit: row.unitName }),
        source: t('round.source'),
        rule: t('round.self_rule'),
        recordsHref: `/scoring/sheets/${row.sheetId}`,
      }}
    />
  );
}
