// SPDX-License-Identifier: Apache-2.0

/**
 * How an open dossier stands in the work list. `new` was handed in online and is not yet received; `paused` waits for
 * papers, a payment or a decision and is never overdue; a dossier without a time limit is `in_time`.
 */
export const workStates = ['new', 'in_time', 'due_soon', 'overdue', 'paused'] as const;
export type WorkState = (typeof workStates)[number];

const pausedStatuses: readonly number[] = [5, 6, 8];

/**
 * @param moments `now`, and `soonUntil`: what is due up to then is due soon
 * @example
 * workStateOf({ status: 4, dueAt: '2022-09-14T23:59:00+07:00' }, moments) // 'due_soon'
 */
export function workStateOf(
  dossier: { readonly status: number; readonly dueAt: string | null },
  moments: { readonly now: Date; readonly soonUntil: Date },
): WorkState {
  if (dossier.status === 1) return 'new';
  if (pausedStatuses.includes(dossier.status)) return 'paused';
  if (dossier.dueAt === null) return 'in_time';
  const due = Date.parse(dossier.dueAt);
  if (due < moments.now.getTime()) return 'overdue';
  return due <= moments.soonUntil.getTime() ? 'due_soon' : 'in_time';
}

/** The words beside the colour. */
export const workStateNames: Readonly<Record<WorkState, { readonly vi: string; readonly en: string }>> = {
  new: { vi: 'Mới nộp, chờ tiếp nhận', en: 'Submitted, to be received' },
  in_time: { vi: 'Còn hạn', en: 'In time' },
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  paused: { vi: 'Tạm dừng tính hạn', en: 'Clock paused' },
};
