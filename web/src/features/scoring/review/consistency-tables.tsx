// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type Asked, behindBar } from './asked.ts';
import { MeanFigure, SpreadFigure } from './difference-figure.tsx';
import { type AppraiserLine, type Consistency, changes } from './review.api.ts';

type LinesProps = { readonly lines: readonly AppraiserLine[]; readonly asked: Asked };

/** The numbers of the bars. */
export function LinesTable({ lines, asked }: LinesProps) {
  const { t } = useTranslation(['review', 'common']);
  const format = useFormat();
  const bar = (line: AppraiserLine) => ({ appraiser: line.appraiser, field: line.field ?? 'none' });
  const columns: readonly Column<AppraiserLine>[] = [
    { id: 'appraiser', header: t('consistency.appraiser'), names: true, value: (line) => line.appraiser },
    {
      id: 'field',
      header: t('consistency.field'),
      value: (line) => (line.field ? t(`common:field.${line.field}`) : t('consistency.no_field')),
    },
    {
      id: 'items',
      header: t('consistency.items'),
      numeric: true,
      value: (line) => line.items,
      cell: (line) => (
        <Link to={behindBar(asked, bar(line))} preventScrollReset>
          {format.number(line.items)}
        </Link>
      ),
    },
    ...changes.map(
      (change): Column<AppraiserLine> => ({
        id: change,
        header: t(`change.${change}`),
        numeric: true,
        value: (line) => line.counts[change] ?? 0,
        cell: (line) => (
          <Link to={behindBar(asked, { ...bar(line), change })} preventScrollReset>
            {format.number(line.counts[change] ?? 0)}
          </Link>
        ),
      }),
    ),
    {
      id: 'mean',
      header: t('consistency.mean_difference'),
      numeric: true,
      value: (line) => Number(line.meanDifference),
      cell: (line) => (
        <MeanFigure mean={line.meanDifference} items={line.items} appraiser={line.appraiser} behind={behindBar(asked, bar(line))} />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('consistency.by_appraiser')}
      columns={columns}
      rows={lines}
      rowId={(line) => `${line.appraiser} ${line.field}`}
      empty={null}
    />
  );
}

type Contested = Consistency['contested'][number];
type ContestedProps = { readonly items: readonly Contested[]; readonly asked: Asked };

/** Items that several appraisers judged, the furthest apart first. */
export function ContestedTable({ items, asked }: ContestedProps) {
  const { t } = useTranslation('review');
  const columns: readonly Column<Contested>[] = [
    {
      id: 'item',
      header: t('objections.item'),
      names: true,
      width: '46%',
      value: (row) => row.itemCode,
      cell: (row) => (
        <Link to={behindBar(asked, { itemCode: row.itemCode, itemName: row.itemName })} preventScrollReset>
          {row.itemCode} {row.itemName}
        </Link>
      ),
    },
    {
      id: 'appraisers',
      header: t('consistency.each'),
      value: (row) => row.appraisers.length,
      cell: (row) => (
        <ul style={{ listStyle: 'none' }}>
          {row.appraisers.map(({ appraiser, items: count, meanDifference }) => (
            <li key={appraiser}>
              <FigureSentence
                tell={(at) => t('consistency.each_line', { ...at, appraiser })}
                figures={{
                  count: (
                    <Link to={behindBar(asked, { appraiser, itemCode: row.itemCode, itemName: row.itemName })} preventScrollReset>
                      {count}
                    </Link>
                  ),
                  mean: (
                    <MeanFigure
                      mean={meanDifference}
                      items={count}
                      appraiser={appraiser}
                      behind={behindBar(asked, { appraiser, itemCode: row.itemCode, itemName: row.itemName })}
                    />
                  ),
                }}
              />
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'spread',
      header: t('consistency.spread'),
      numeric: true,
      value: (row) => Number(row.spread),
      cell: (row) => (
        <SpreadFigure
          spread={row.spread}
          item={`${row.itemCode} ${row.itemName}`}
          means={row.appraisers}
          behind={behindBar(asked, { itemCode: row.itemCode, itemName: row.itemName })}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('consistency.contested')}
      columns={columns}
      rows={items}
      rowId={(row) => `${row.itemCode} ${row.itemName}`}
      pageSize={10}
      empty={null}
    />
  );
}
