// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { capitalised } from '../../shared/format/text.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useAddressState } from '../../shared/session/address-state.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { IconPlus } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { DocumentFilters, filtersOf, noFilters } from './document-filters.tsx';
import { DocumentState } from './document-state.tsx';
import { type DocumentRow, documentsQuery } from './documents.api.ts';

const pageSize = 50;
const firstList = { ...noFilters, sort: '', order: 'asc', offset: '' };

/** The columns by which the server orders the whole list. */
const sorts = [
  { column: 'code', key: 'number' },
  { column: 'date', key: 'date' },
  { column: 'subject', key: 'subject' },
  { column: 'issuer', key: 'issuer' },
] as const;

/** Which documents went out and came in? */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const format = useFormat();
  const can = useCan();
  const [list, setList] = useAddressState(firstList);
  const filters = filtersOf(list);
  const [search] = useDebouncedValue(filters.search.trim(), 200);
  const offset = /^\d{1,6}$/.test(list.offset) ? Number(list.offset) : 0;
  const sort = sorts.find((one) => one.column === list.sort);
  const documents = useQuery({
    ...documentsQuery({ ...filters, search, offset, limit: pageSize, sort: sort?.key, order: sort ? list.order : undefined }),
    placeholderData: keepPreviousData,
  });
  const columns = useDocumentColumns();
  return (
    <>
      <PageHead
        title={t('title')}
        answer={documents.data ? t('answer', { total: format.number(documents.data.total) }) : null}
        action={
          <>
            <Button component={Link} to="/documents/registers" variant="default">
              {t('registers')}
            </Button>
            {can('documents.write') ? (
              <Button component={Link} to="/documents/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
                {t('new')}
              </Button>
            ) : null}
          </>
        }
      />
      <DocumentFilters value={filters} onChange={(next) => setList({ ...list, ...next, offset: '' })} />
      <Loading of={documents}>
        {({ rows, total }) => (
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            onOpen={(row) => void navigate(`/documents/${row.id}`)}
            pageSize={pageSize}
            server={{
              offset,
              total,
              onOffset: (next) => setList({ ...list, offset: String(next) }),
              sort: {
                columns: sorts.map(({ column }) => column),
                now: sort ? { column: sort.column, descending: list.order === 'desc' } : null,
                onSort: (next) => setList({ ...list, sort: next?.column ?? '', order: next?.descending ? 'desc' : 'asc', offset: '' }),
              },
            }}
            views={{ table: 'documents', filters: list, onFilters: (kept) => setList({ ...firstList, ...kept, offset: '' }) }}
            empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
          />
        )}
      </Loading>
    </>
  );
}

function useDocumentColumns(): readonly Column<DocumentRow>[] {
  const { t } = useTranslation('documents');
  return [
    {
      id: 'code',
      header: t('code'),
      names: true,
      value: (row) => row.code,
      cell: (row) => (
        <Link to={`/documents/${row.id}`} className="nowrap">
          {row.code ?? t('no_code')}
        </Link>
      ),
    },
    {
      id: 'date',
      header: t('date'),
      value: (row) => row.receivedOn ?? row.issuedOn,
      cell: (row) => {
        const day = row.receivedOn ?? row.issuedOn;
        return day ? <span className="digits nowrap">{formatDay(day)}</span> : null;
      },
    },
    { id: 'type', header: t('type'), value: (row) => row.typeName },
    { id: 'subject', header: t('subject'), width: '38%', value: (row) => capitalised(row.subject) },
    { id: 'issuer', header: t('issuer'), value: (row) => row.issuerName },
    { id: 'state', header: t('state_label'), value: (row) => row.state, cell: (row) => <DocumentState of={row} /> },
    { id: 'register_number', header: t('register_number'), numeric: true, hidden: true, value: (row) => row.registerNumber },
    { id: 'unit', header: t('unit'), hidden: true, value: (row) => row.unitName },
    { id: 'signer', header: t('signer'), hidden: true, value: (row) => row.signerPosition },
    { id: 'files', header: t('files'), numeric: true, hidden: true, value: (row) => row.attachmentCount },
  ];
}
