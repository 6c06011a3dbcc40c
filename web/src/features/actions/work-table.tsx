// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { daysBetween, formatDay, today } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { WorkRow } from './use-work.ts';

export function WorkTable({ rows, empty }: { readonly rows: readonly WorkRow[]; readonly empty: ReactNode }) {
  const { t } = useTranslation('actions');
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('work_caption')}
      rows={rows}
      rowId={(row) => `${row.kind} ${row.link} ${row.title}`}
      onOpen={(row) => void navigate(row.link)}
      initialSort={{ column: 'due' }}
      filter={rows.length > 8}
      empty={empty}
      columns={[
        {
          id: 'title',
          header: t('work_title'),
          names: true,
          width: '30%',
          value: (row) => row.title,
          cell: (row) => <Link to={row.link}>{row.title}</Link>,
        },
        { id: 'detail', header: t('work_detail'), width: '34%', value: (row) => row.detail },
        { id: 'unit', header: t('work_unit'), value: (row) => row.unitName },
        { id: 'due', header: t('due'), value: (row) => row.dueOn, cell: (row) => <WorkDue item={row} /> },
      ]}
    />
  );
}

function WorkDue({ item }: { readonly item: WorkRow }) {
  const { t } = useTranslation('actions');
  const format = useFormat();
  if (!item.dueOn) return <span className="soft">{t('no_due')}</span>;
  const days = daysBetween(today(), item.dueOn);
  return (
    <>
      <span className="digits nowrap">{formatDay(item.dueOn)}</span>
      {item.isOverdue ? (
        <>
          <br />
          <StateBadge tone="late" oneLine>
            {t('overdue', { days: format.number(-days) })}
          </StateBadge>
        </>
      ) : days >= 0 && days <= 14 ? (
        <>
          <br />
          <StateBadge tone="soon" oneLine>
            {days === 0 ? t('due_today') : t('due_in', { days: format.number(days) })}
          </StateBadge>
        </>
      ) : null}
    </>
  );
}
