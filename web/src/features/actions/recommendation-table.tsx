// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { RecommendationLine } from './actions.api.ts';
import { DueDay, RecommendationBadge } from './recommendation-state.tsx';

type Props = {
  readonly rows: readonly RecommendationLine[];
  readonly empty: ReactNode;
  readonly tools?: ReactNode;
  readonly views?: Parameters<typeof DataTable<RecommendationLine>>[0]['views'];
  readonly withOrigin?: boolean;
  /** Opens what may be done with a recommendation where it stands. */
  readonly onEdit?: ((id: string) => void) | undefined;
};

export function RecommendationTable({ rows, empty, tools, views, withOrigin = true, onEdit }: Props) {
  const { t } = useTranslation(['actions', 'common']);
  const navigate = useNavigate();
  const columns: readonly Column<RecommendationLine>[] = [
    {
      id: 'text',
      header: t('text'),
      names: true,
      width: withOrigin ? '34%' : '42%',
      value: (row) => row.text,
      cell: (row) => <Link to={`/actions/${row.id}`}>{row.text}</Link>,
    },
    { id: 'unit', header: t('unit'), width: '16%', value: (row) => row.unitName },
    { id: 'due', header: t('due'), value: (row) => row.dueOn, cell: (row) => <DueDay of={row} /> },
    {
      id: 'state',
      header: t('state_label'),
      value: (row) => row.state,
      cell: (row) => <RecommendationBadge state={row.state} />,
    },
    { id: 'field', header: t('field'), hidden: true, value: (row) => (row.reformField ? t(`common:field.${row.reformField}`) : '') },
    { id: 'evidence', header: t('evidence'), numeric: true, hidden: true, value: (row) => row.evidenceCount },
    { id: 'origin', header: t('origin'), width: '20%', hidden: !withOrigin, value: (row) => row.originTitle ?? '' },
    ...(onEdit ? [editColumn(t('edit'), onEdit)] : []),
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/actions/${row.id}`)}
      initialSort={{ column: 'due' }}
      tools={tools}
      empty={empty}
      filter={rows.length > 8}
      {...(views ? { views } : {})}
    />
  );
}

function editColumn(verb: string, onEdit: (id: string) => void): Column<RecommendationLine> {
  return {
    id: 'edit',
    header: verb,
    acts: true,
    value: () => '',
    cell: (row) => (
      <Button size="compact-xs" variant="default" aria-label={`${verb}: ${row.text}`} onClick={() => onEdit(row.id)}>
        {verb}
      </Button>
    ),
  };
}
