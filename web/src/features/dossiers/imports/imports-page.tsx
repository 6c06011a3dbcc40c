// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { CountFigure } from './count-figure.tsx';
import { ImportState } from './import-state.tsx';
import { type Import, importsQuery } from './imports.api.ts';
import { UploadPanel } from './upload-panel.tsx';

const pageSize = 50;

export function ImportsPage() {
  return (
    <OnlyWith permission="dossiers.import">
      <Imports />
    </OnlyWith>
  );
}

/** Which files of dossiers came in, and what became of them? */
function Imports() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const [list, setList] = useAddressState({ offset: '' });
  const offset = /^\d{1,6}$/.test(list.offset) ? Number(list.offset) : 0;
  const imports = useQuery({ ...importsQuery({ offset, limit: pageSize }), placeholderData: keepPreviousData });
  const columns = useColumns();
  const waiting = imports.data?.rows.filter(({ state }) => state === 'checked' || state === 'uploaded').length ?? 0;
  return (
    <>
      <PageHead
        title={t('title')}
        answer={imports.data ? t(waiting > 0 ? 'answer_waiting' : 'answer', { count: imports.data.total, waiting }) : null}
        back={{ to: '/dossiers', label: t('back_dossiers') }}
      />
      <Section title={t('send')}>
        <UploadPanel />
      </Section>
      <Section title={t('list')}>
        <Loading of={imports}>
          {({ rows, total }) => (
            <DataTable
              caption={t('list')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              onOpen={(row) => void navigate(`/dossiers/imports/${row.id}`)}
              pageSize={pageSize}
              server={{ offset, total, onOffset: (next) => setList({ offset: String(next) }) }}
              empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
            />
          )}
        </Loading>
      </Section>
    </>
  );
}

function useColumns(): readonly Column<Import>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return [
    {
      id: 'file',
      header: t('column.file'),
      names: true,
      sortable: false,
      value: (row) => row.fileName,
      cell: (row) => <Link to={`/dossiers/imports/${row.id}`}>{row.fileName}</Link>,
    },
    { id: 'unit', header: t('column.unit'), sortable: false, value: (row) => row.unitName },
    {
      id: 'state',
      header: t('column.state'),
      sortable: false,
      value: (row) => row.state,
      cell: (row) => <ImportState state={row.state} />,
    },
    {
      id: 'good',
      header: t('column.good'),
      sortable: false,
      numeric: true,
      value: (row) => row.rowsGood,
      cell: (row) => <CountFigure of={row} what="rowsGood" />,
    },
    {
      id: 'bad',
      header: t('column.bad'),
      sortable: false,
      numeric: true,
      value: (row) => row.rowsBad,
      cell: (row) => <CountFigure of={row} what="rowsBad" />,
    },
    {
      id: 'at',
      header: t('column.at'),
      sortable: false,
      value: (row) => row.createdAt,
      cell: (row) => <span className="digits nowrap">{format.instant(row.createdAt)}</span>,
    },
    { id: 'by', header: t('column.by'), sortable: false, value: (row) => row.createdByName },
  ];
}
