// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { FigureOrigin } from '../../../shared/ui/figure/figure-origin.ts';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { National, NationalColumn, ProvinceLine } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

/** The provinces with their rank in total and in each group, the own one emphasised. */
export function NationalTable({ table }: { readonly table: National }) {
  const { t, format, name } = useWords();
  const groups = table.columns.filter(({ portalCode }) => portalCode !== null);
  const columns: readonly Column<ProvinceLine>[] = [
    {
      id: 'rank',
      header: t('rank'),
      numeric: true,
      width: '5%',
      value: (row) => row.total.rank,
    },
    {
      id: 'name',
      header: t('national.province'),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <Link
          className={`${css['name']} ${row.isOwn ? css['own'] : ''}`}
          to={`/scoring/service-index/units/${encodeURIComponent(row.key)}`}
        >
          {row.name}
          {row.isOwn ? <span className={css['rank']}>{t('national.own')}</span> : null}
        </Link>
      ),
    },
    {
      id: 'total',
      header: `${t('total')} (100)`,
      numeric: true,
      value: (row) => numberOf(row.total.score),
      cell: (row) => <Points row={row} table={table} column={null} />,
    },
    ...groups.map(
      (column): Column<ProvinceLine> => ({
        id: column.group,
        header: `${name(column.name)} (${format.number(column.maximum)})`,
        numeric: true,
        value: (row) => numberOf(row.groups.find(({ group }) => group === column.group)?.score ?? null),
        cell: (row) => <Points row={row} table={table} column={column} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={t('national.caption')}
      columns={columns}
      rows={table.lines}
      rowId={(row) => row.key}
      initialSort={{ column: 'rank' }}
      pageSize={70}
      filter
      views={{ table: 'service-index-provinces' }}
      empty={<Empty title={t('national.empty')}>{t('national.empty_help')}</Empty>}
    />
  );
}

function Points({ row, table, column }: { readonly row: ProvinceLine; readonly table: National; readonly column: NationalColumn | null }) {
  const { t, format, points, name } = useWords();
  const own = column ? row.groups.find(({ group }) => group === column.group) : row.total;
  if (!own || own.score === null) return <span title={t('not_published')}>–</span>;
  const computed = column ? null : row.total.computed;
  const origin: FigureOrigin = {
    sentence: t('national.sentence', {
      what: column ? name(column.name) : t('total'),
      name: row.name,
      rank: own.rank,
      count: table.lines.length,
    }),
    numerator: { value: points(own.score), label: t('points_reached') },
    denominator: { value: format.number(column?.maximum ?? '100'), label: t('points_maximum') },
    source: `${table.source.note ?? table.source.name} · ${t('place', { place: own.place ?? '' })}`,
    recordedBy: table.source.importedBy,
    recordedAt: table.source.importedAt,
    asOf: table.source.asOf,
    rule: t(column ? 'national.rule_group' : 'national.rule_total'),
    law: table.citation,
    recordsHref: `/scoring/service-index/units/${encodeURIComponent(row.key)}`,
    ...(computed !== null && Number(computed) !== Number(own.score)
      ? { inconsistent: { declared: points(own.score), recomputed: points(computed) } }
      : {}),
  };
  return (
    <span className={row.isOwn ? css['own'] : undefined}>
      <ExplicitFigure value={points(own.score)} origin={origin} />
      {column ? <span className={css['rank']}>{t('rank_short', { rank: own.rank ?? '–' })}</span> : null}
    </span>
  );
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
