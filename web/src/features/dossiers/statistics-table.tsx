// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shared/ui/feedback/states.tsx';
import { IconSearch } from '../../shared/ui/icons.ts';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { ServerPaging } from '../../shared/ui/table/use-table.ts';
import { CountedFigure } from './counted-figure.tsx';
import type { Asked, Grouping, StatisticRow, Statistics } from './dossiers.api.ts';
import css from './dossiers.module.css';
import { addsUp, formColumns } from './form-06a.ts';
import { firstRows, type RowPages, rowsOfPage } from './use-row-pages.ts';

type Props = {
  readonly answer: Statistics;
  readonly asked: Asked;
  readonly by: Grouping;
  readonly unitName: string /** Shows one row on its own. */;
  readonly onNarrow: (row: StatisticRow) => void;
  /** Given where the server orders and pages the rows. */
  readonly pages?: RowPages | undefined;
};

/** Form II.06a with a row for each of what was chosen; every number that counts dossiers opens to them. */
export function StatisticsTable({ answer, asked, by, unitName, onNarrow, pages }: Props) {
  const { t } = useTranslation('dossiers');
  // Beside some of the rows stands no sum of all.
  const isWhole = !pages?.asked.search;
  const columns: readonly Column<StatisticRow>[] = [
    {
      id: 'label',
      header: t(`grouping.${by}`),
      names: true,
      // Months stand in the order of time, whatever they are called.
      value: (row) => (by === 'month' ? row.key : labelOf(row, by, t)),
      cell: (row) =>
        narrowed(asked, row, by) && !isOwn(row, by) ? (
          <button type="button" data-print className={css['rowName']} onClick={() => onNarrow(row)}>
            {labelOf(row, by, t)}
          </button>
        ) : (
          <span className={css['rowName']}>{labelOf(row, by, t)}</span>
        ),
      width: '24%',
      ...(isWhole ? { total: () => t('total') } : {}),
    },
    ...formColumns.map(
      (column): Column<StatisticRow> => ({
        id: `c${column.number}`,
        header: t(`column.${column.number}`),
        numeric: true,
        value: (row) => column.count(row.counts),
        cell: (row) => (
          <CountedFigure
            counts={row.counts}
            column={column}
            asked={narrowed(asked, row, by)}
            of={labelOf(row, by, t)}
            countedAt={answer.countedAt}
          />
        ),
        ...(isWhole
          ? {
              total: () => <CountedFigure counts={answer.total} column={column} asked={asked} of={unitName} countedAt={answer.countedAt} />,
            }
          : {}),
      }),
    ),
  ];
  return (
    <>
      <DataTable
        key={by}
        caption={t('caption')}
        columns={columns}
        rows={answer.rows}
        rowId={(row) => row.key}
        initialSort={by === 'month' ? { column: 'label' } : { column: 'c3', descending: true }}
        filter={!pages}
        pageSize={rowsOfPage}
        {...(pages ? { server: serverPaging(pages, answer.count, columns), tools: <RowSearch pages={pages} /> } : {})}
        empty={
          pages?.asked.search ? <p>{t('table.none_match', { ns: 'common' })}</p> : <Empty title={t('no_rows')}>{t('no_rows_help')}</Empty>
        }
      />
      {pages?.asked.search ? <p className="only-print">{t('only_found', { words: pages.asked.search })}</p> : null}
      <p className="small soft" style={{ marginTop: 12 }}>
        {by === 'month' ? `${t('months_note')} ` : ''}
        {addsUp(answer.total) ? (
          <StateBadge tone="done">{t('adds_up')}</StateBadge>
        ) : (
          <StateBadge tone="question">{t('does_not_add_up')}</StateBadge>
        )}{' '}
        {t('formula')}
        {answer.someGenerated ? ` ${t('some_generated')}` : ''}
      </p>
    </>
  );
}

function serverPaging(pages: RowPages, total: number, columns: readonly Column<StatisticRow>[]): ServerPaging {
  return {
    offset: pages.asked.offset ?? 0,
    total,
    onOffset: (offset) => pages.change({ offset: String(offset) }),
    sort: {
      columns: columns.map(({ id }) => id),
      now: pages.sort,
      usual: { column: firstRows.sort, descending: firstRows.order === 'desc' },
      onSort: (next) =>
        pages.change(
          next ? { sort: next.column, order: next.descending ? 'desc' : 'asc', offset: '' } : { ...firstRows, search: pages.search },
        ),
    },
  };
}

function RowSearch({ pages }: { readonly pages: RowPages }) {
  const { t } = useTranslation();
  return (
    <TextInput
      size="sm"
      type="search"
      aria-label={t('table.filter')}
      placeholder={t('table.filter')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={pages.search}
      onChange={(event) => pages.change({ search: event.currentTarget.value, offset: '' })}
    />
  );
}

/** The words for a row: what it groups by, or why it has no name. */
export function labelOf(row: StatisticRow, by: Grouping, t: ReturnType<typeof useTranslation<'dossiers'>>['t']): string {
  if (by === 'channel') return row.key === '2' ? t('channel.2') : row.key === '3' ? t('channel.3') : t('channel.1');
  return row.label || (by === 'unit' ? t('own_unit') : t('unknown'));
}

/** The row of what the unit itself received, beside those of the units below it. */
function isOwn(row: StatisticRow, by: Grouping): boolean {
  return by === 'unit' && row.label === '';
}

/** The question that asks for one row alone; null where there is none. */
export function narrowed(asked: Asked, row: StatisticRow, by: Grouping): Asked | null {
  const { from, to } = row;
  switch (by) {
    case 'month':
      return { ...asked, from, to };
    case 'unit':
      return isOwn(row, by) ? { ...asked, own: 'true' } : { ...asked, unitId: row.key };
    case 'procedure':
      return { ...asked, procedureId: row.key };
    case 'sector':
      return row.key ? { ...asked, sectorId: row.key } : null;
    case 'channel':
      return { ...asked, channel: row.key };
  }
}
