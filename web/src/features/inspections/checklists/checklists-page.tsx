// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type ChecklistRow, checklistsQuery } from './checklists.api.ts';

/** Which versions of the checklist are there? */
export function ChecklistsPage() {
  const { t } = useTranslation('inspections');
  const checklists = useQuery(checklistsQuery);
  return (
    <>
      <PageHead title={t('checklists.title')} answer={t('checklists.answer')} />
      <Loading of={checklists}>{({ rows }) => <Versions rows={rows} />}</Loading>
    </>
  );
}

function Versions({ rows }: { readonly rows: readonly ChecklistRow[] }) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('checklists.caption')}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/administration/checklists/${row.id}`)}
      initialSort={{ column: 'number', descending: true }}
      columns={[
        { id: 'number', header: t('checklists.number'), numeric: true, width: '110px', value: (row) => row.number },
        {
          id: 'name',
          header: t('checklists.name'),
          names: true,
          value: (row) => row.title,
          cell: (row) => <Link to={`/administration/checklists/${row.id}`}>{row.title}</Link>,
        },
        {
          id: 'state',
          header: t('checklists.state'),
          value: (row) => row.state,
          cell: (row) => <StateBadge tone={row.state === 'published' ? 'done' : 'open'}>{t(`checklists.states.${row.state}`)}</StateBadge>,
        },
        { id: 'items', header: t('checklists.items'), numeric: true, value: (row) => row.itemCount },
        {
          id: 'from',
          header: t('checklists.valid_from'),
          value: (row) => row.publishedAt,
          cell: (row) => (row.publishedAt ? formatDay(row.publishedAt) : null),
        },
      ]}
      empty={<Empty title={t('checklists.empty')}>{t('checklists.empty_help')}</Empty>}
    />
  );
}
