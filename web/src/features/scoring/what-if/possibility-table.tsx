// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { Outlook } from '../cycle/cycle.api.ts';

type Possibility = Outlook['possibilities'][number];
type Row = Possibility & { readonly step: Possibility['steps'][number]; readonly id: string };

/** Each way to more points in a row, the greatest gain first: what it takes, points, total and rank with it. */
export function PossibilityTable({ outlook }: { readonly outlook: Outlook }) {
  const { t } = useTranslation('what-if');
  const format = useFormat();
  const isRanked = outlook.now.rank !== null;
  const rows = outlook.possibilities.flatMap((one) =>
    one.steps.toReversed().map((step): Row => ({ ...one, step, id: `${one.itemCode} ${step.points} ${step.takes}` })),
  );
  const columns: readonly Column<Row>[] = [
    {
      id: 'item',
      header: t('item'),
      names: true,
      width: '28%',
      value: (row) => row.itemName,
      cell: (row) => (
        <>
          <Link to={`/scoring/sheets/${outlook.unit.id}?item=${encodeURIComponent(row.itemCode)}`}>
            <span className="digits">{row.itemCode}</span> {row.itemName}
          </Link>
          {row.method ? <div className="small soft">{t(`method.${row.method}`)}</div> : null}
        </>
      ),
    },
    { id: 'takes', header: t('takes'), width: '30%', value: (row) => row.step.takes },
    {
      id: 'points',
      header: t('points'),
      numeric: true,
      value: (row) => Number(row.step.points),
      cell: (row) => (
        <Opened
          row={row}
          outlook={outlook}
          what="points"
          value={t('from_to', { from: format.number(row.points), to: format.number(row.step.points), maximum: format.number(row.maximum) })}
        />
      ),
    },
    {
      id: 'gain',
      header: t('gain'),
      numeric: true,
      value: (row) => Number(row.step.gain),
      cell: (row) => <Opened row={row} outlook={outlook} what="gain" value={`+${format.number(row.step.gain)}`} />,
    },
    {
      id: 'total',
      header: t('total'),
      numeric: true,
      value: (row) => Number(row.step.total),
      cell: (row) => <Opened row={row} outlook={outlook} what="total" value={format.number(row.step.total)} />,
    },
    ...(isRanked
      ? [
          {
            id: 'rank',
            header: t('rank'),
            numeric: true,
            value: (row: Row) => row.step.rank,
            cell: (row: Row) => (
              <Opened
                row={row}
                outlook={outlook}
                what="rank"
                value={t('rank_of', { rank: format.number(row.step.rank ?? 0), peers: format.number(outlook.peers ?? 0) })}
              />
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={t('table')} columns={columns} rows={rows} rowId={(row) => row.id} pageSize={100} empty={null} />;
}

type OpenedProps = {
  readonly row: Row;
  readonly outlook: Outlook;
  readonly what: 'points' | 'gain' | 'total' | 'rank';
  readonly value: string;
};

/** What a number of a possibility follows from: the item alone is changed, by what it takes. */
function Opened({ row, outlook, what, value }: OpenedProps) {
  const { t } = useTranslation('what-if');
  const format = useFormat();
  const told = {
    item: `${row.itemCode} ${row.itemName}`,
    from: format.number(row.points),
    to: format.number(row.step.points),
    gain: format.number(row.step.gain),
    now: format.number(outlook.now.total),
    total: format.number(row.step.total),
  };
  return (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t(`text.${what}`, told),
        source: row.step.takes,
        rule: t(`how.${what}`, told),
        recordsHref: `/scoring/sheets/${outlook.unit.id}?item=${encodeURIComponent(row.itemCode)}`,
      }}
    />
  );
}
