// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { provinceOrigin, unitAddress } from './national-origin.ts';
import type { National, NationalColumn, ProvinceLine } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

/** The provinces with their rank in total and in each group, the own one emphasised. */
export function NationalTable({ table }: { readonly table: National }) {
  const words = useWords();
  const { t, format, name } = words;
  const groups = table.columns.filter(({ portalCode }) => portalCode !== null);
  const columns: readonly Column<ProvinceLine>[] = [
    {
      id: 'rank',
      header: t('rank'),
      numeric: true,
      width: '5%',
      value: (row) => row.total.rank,
      cell: (row) =>
        row.total.rank === null ? (
          '–'
        ) : (
          <ExplicitFigure value={format.number(row.total.rank)} origin={provinceOrigin(words, table, row, null)} />
        ),
    },
    {
      id: 'name',
      header: t('national.province'),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <Link className={`${css['name']} ${row.isOwn ? css['own'] : ''}`} to={unitAddress(row.key)}>
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
  const words = useWords();
  const { t, points } = words;
  const own = column ? row.groups.find(({ group }) => group === column.group) : row.total;
  if (!own || own.score === null) return <span title={t('not_published')}>–</span>;
  return (
    <span className={row.isOwn ? css['own'] : undefined}>
      <ExplicitFigure value={points(own.score)} origin={provinceOrigin(words, table, row, column)} />
      {column && own.rank !== null ? (
        <span className={`${css['rank']} ${css['second']}`}>
          <ExplicitFigure value={t('rank_short', { rank: own.rank })} origin={provinceOrigin(words, table, row, column)} />
        </span>
      ) : null}
    </span>
  );
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
