// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fileAddress } from '../../../shared/api/files.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { ServerPaging } from '../../../shared/ui/table/use-table.ts';
import { type FlaggedEvidence, flaggedLimit, flaggedQuery } from '../cycle/cycle.api.ts';
import { RoundRooms } from '../review/round-rooms.tsx';
import { FlagList } from './flag-list.tsx';

const firstList = { sort: '', order: 'asc', offset: '' };

/** The columns by which the server orders the whole list. */
const sorts = [
  { column: 'unit', key: 'unit' },
  { column: 'item', key: 'item' },
  { column: 'paper', key: 'paper' },
  { column: 'flags', key: 'signs' },
] as const;

/** Which evidence of the round should be looked at before it is taken for proof, and why? */
export function FlaggedEvidencePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const [list, setList] = useAddressState(firstList);
  const offset = /^\d{1,6}$/.test(list.offset) ? Number(list.offset) : 0;
  const sort = sorts.find(({ column }) => column === list.sort);
  const flagged = useQuery({
    ...flaggedQuery(id, { offset, sort: sort?.key, order: sort ? list.order : undefined }),
    placeholderData: keepPreviousData,
  });
  const { data } = flagged;
  const counted = (count: number, what: 'papers' | 'units') => (
    <ExplicitFigure
      value={format.number(count)}
      label={t(`counted_label.${what}`)}
      origin={{
        sentence: t(`counted.${what}`, { count: format.number(count) }),
        rule: t('counted_rule'),
        recordsHref: what === 'units' ? '?sort=unit' : '?',
      }}
    />
  );
  return (
    <>
      <RoundRooms roundId={id} />
      <PageHead
        title={t('title')}
        answer={
          data ? (
            <FigureSentence
              tell={(at) => t('answer', at)}
              figures={{ papers: counted(data.total, 'papers'), units: counted(data.units, 'units') }}
            />
          ) : null
        }
        back={{ to: `/scoring/rounds/${id}`, label: t('back') }}
      />
      <Loading of={flagged}>
        {(page) =>
          page.total === 0 ? (
            <Empty title={t('empty')}>{t('empty_help')}</Empty>
          ) : (
            <FlaggedTable
              rows={page.rows}
              server={{
                offset,
                total: page.total,
                onOffset: (next) => setList({ ...list, offset: String(next) }),
                sort: {
                  columns: sorts.map(({ column }) => column),
                  now: sort ? { column: sort.column, descending: list.order === 'desc' } : null,
                  onSort: (next) => setList({ sort: next?.column ?? '', order: next?.descending ? 'desc' : 'asc', offset: '' }),
                },
              }}
            />
          )
        }
      </Loading>
    </>
  );
}

type TableProps = { readonly rows: readonly FlaggedEvidence[]; readonly server: ServerPaging };

function FlaggedTable({ rows, server }: TableProps) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const columns: readonly Column<FlaggedEvidence>[] = [
    {
      id: 'unit',
      header: t('unit'),
      names: true,
      value: (row) => row.unitName,
      cell: (row) => <Link to={`/scoring/sheets/${row.roundUnitId}?item=${encodeURIComponent(row.itemCode)}`}>{row.unitName}</Link>,
    },
    {
      id: 'item',
      header: t('item'),
      width: '26%',
      value: (row) => `${row.itemCode} ${row.itemName}`,
      cell: (row) => (
        <>
          <span className="digits">{row.itemCode}</span> {row.itemName}
        </>
      ),
    },
    {
      id: 'paper',
      header: t('paper'),
      value: (row) => row.name,
      cell: (row) => (
        <>
          {row.fileId ? <a href={fileAddress(row.fileId)}>{row.name}</a> : <Link to={`/documents/${row.documentId}`}>{row.name}</Link>}
          <div className="small soft">{[row.place, row.datedOn ? format.day(row.datedOn) : null].filter(Boolean).join(', ')}</div>
        </>
      ),
    },
    {
      id: 'flags',
      header: t('why'),
      width: '32%',
      value: (row) => row.flags.map(({ sentence }) => sentence).join(' '),
      cell: (row) => <FlagList flags={row.flags} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      pageSize={flaggedLimit}
      server={server}
      empty={null}
    />
  );
}
