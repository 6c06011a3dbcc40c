// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fileAddress } from '../../../shared/api/files.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type FlaggedEvidence, flaggedQuery } from '../cycle/cycle.api.ts';
import { RoundRooms } from '../review/round-rooms.tsx';
import { FlagList } from './flag-list.tsx';

/** Which evidence of the round should be looked at before it is taken for proof, and why? */
export function FlaggedEvidencePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const flagged = useQuery(flaggedQuery(id));
  const units = new Set(flagged.data?.map(({ roundUnitId }) => roundUnitId)).size;
  return (
    <>
      <RoundRooms roundId={id} />
      <PageHead
        title={t('title')}
        answer={flagged.data ? t('answer', { papers: format.number(flagged.data.length), units: format.number(units) }) : null}
        back={{ to: `/scoring/rounds/${id}`, label: t('back') }}
      />
      <Loading of={flagged}>
        {(rows) => (rows.length === 0 ? <Empty title={t('empty')}>{t('empty_help')}</Empty> : <FlaggedTable rows={rows} />)}
      </Loading>
    </>
  );
}

function FlaggedTable({ rows }: { readonly rows: readonly FlaggedEvidence[] }) {
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
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowId={(row) => row.id} pageSize={50} empty={null} />;
}
