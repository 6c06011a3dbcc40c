// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useCan } from '../../../shared/session/session.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { AssignButton } from './assign-button.tsx';
import type { WorkRow } from './desk.api.ts';
import { timeLeft } from './time-left.ts';

const tones = { new: 'open', in_time: 'on_course', due_soon: 'soon', overdue: 'late', paused: 'paused' } as const;

/** Columns of the work list: the server orders it by the time left, so none of them sorts. */
export function useWorkColumns(): readonly Column<WorkRow>[] {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const can = useCan();
  const now = new Date();
  const left = (row: WorkRow): string | null => {
    if (!row.dueAt || row.state === 'paused' || row.state === 'new') return null;
    const { isOver, unit, amount } = timeLeft(row.dueAt, now);
    return t(`work.${isOver ? 'over' : 'left'}.${unit}`, { amount: format.number(amount) });
  };
  const columns: readonly Column<WorkRow>[] = [
    {
      id: 'code',
      header: t('work.code'),
      names: true,
      value: (row) => row.code,
      cell: (row) => (
        <Link to={`/dossiers/${encodeURIComponent(row.code)}`} className="nowrap">
          {row.code}
        </Link>
      ),
    },
    { id: 'procedure', header: t('procedure'), width: '24%', value: (row) => row.procedureName },
    { id: 'applicant', header: t('applicant.name'), width: '20%', value: (row) => row.applicantName },
    {
      id: 'state',
      header: t('work.state'),
      value: (row) => row.state,
      cell: (row) => (
        <>
          <StateBadge tone={tones[row.state]}>{i18n.language === 'en' ? row.stateName.en : row.stateName.vi}</StateBadge>
          {left(row) ? <div className="small soft digits">{left(row)}</div> : null}
        </>
      ),
    },
    {
      id: 'due',
      header: t('work.due'),
      value: (row) => row.dueAt,
      cell: (row) => (row.dueAt ? <span className="digits nowrap">{format.due(row.dueAt)}</span> : null),
    },
    {
      id: 'handler',
      header: t('work.handler'),
      value: (row) => row.handlerName,
      cell: (row) => row.handlerName ?? <span className="soft">{t('work.nobody')}</span>,
    },
  ];
  const acts: Column<WorkRow> = {
    id: 'assign',
    header: t('assign.verb'),
    acts: true,
    value: () => null,
    cell: (row) => <AssignButton row={row} />,
  };
  return [...columns, ...(can('dossiers.handle') ? [acts] : [])].map((column) => ({ ...column, sortable: false }));
}
