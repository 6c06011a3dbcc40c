// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';

/** The reporting endpoints of the National Public Service Portal, as its responses of 2026 show them; background, not a published contract. */
export const portalGroups = ['transparency', 'progress', 'online', 'digitisation', 'satisfaction', 'payment'] as const;
export type PortalGroup = (typeof portalGroups)[number];

type Endpoint = {
  readonly path: string;
  readonly pageSize: number;
  /** Whether all units come in one answer, or page by page with `pagination`. */
  readonly shape: 'evaluation' | 'children';
  readonly procedureKey: 'formalityId' | 'formalityID' | null;
};

const base = '/api/v1/reporting/evaluation';

export const portalEndpoints: Readonly<Record<PortalGroup, Endpoint>> = {
  transparency: { path: `${base}/transparency`, pageSize: 200, shape: 'evaluation', procedureKey: 'formalityId' },
  progress: { path: `${base}/dvc-progress-tree`, pageSize: 100, shape: 'children', procedureKey: 'formalityId' },
  online: { path: `${base}/provide-online-tree`, pageSize: 200, shape: 'children', procedureKey: 'formalityId' },
  digitisation: { path: `${base}/dossier-digitized`, pageSize: 200, shape: 'evaluation', procedureKey: 'formalityID' },
  satisfaction: { path: `${base}/handling-satisfaction`, pageSize: 200, shape: 'evaluation', procedureKey: null },
  payment: { path: `${base}/formality-online-payment-tree`, pageSize: 100, shape: 'children', procedureKey: 'formalityId' },
};

export type PortalPeriod =
  | { readonly type: 'month'; readonly year: number; readonly month: number }
  | { readonly type: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly type: 'year'; readonly year: number };

export type PortalRequest = {
  readonly rootDepartmentId: string;
  readonly periods: readonly PortalPeriod[];
  readonly groups: readonly PortalGroup[];
  /** Identifiers of procedures for which the figures are asked one by one, besides those of all procedures. */
  readonly procedureIds: readonly string[];
};

export type PortalCall = { readonly group: PortalGroup; readonly path: string; readonly body: Readonly<Record<string, string | number>> };

/** First and last day of a period, as the satisfaction endpoint asks for it. */
export function daysOf(period: PortalPeriod): { readonly fromDate: Day; readonly toDate: Day } {
  const [first, last] =
    period.type === 'month'
      ? [period.month, period.month]
      : period.type === 'quarter'
        ? [period.quarter * 3 - 2, period.quarter * 3]
        : [1, 12];
  const end = new Date(Date.UTC(period.year, last, 0)).toISOString().slice(0, 10);
  return { fromDate: `${period.year}-${String(first).padStart(2, '0')}-01`, toDate: end };
}

/** Whether the portal answers for the period: a month only after its end, a quarter and a year from their beginning on. */
export function isAskable(period: PortalPeriod, now: Date): boolean {
  const today = todayInVietnam(now);
  const { fromDate, toDate } = daysOf(period);
  return period.type === 'month' ? toDate < today : fromDate <= today;
}

/** The first call of every period, group and procedure, in a fixed order, so that a run that stopped goes on where it was. */
export function planCalls(request: PortalRequest): PortalCall[] {
  return request.periods.flatMap((period) =>
    request.groups.flatMap((group) => {
      const { path, procedureKey, pageSize } = portalEndpoints[group];
      const page = { rootDepartmentId: request.rootDepartmentId, currentPage: 1, pageSize };
      const { type, ...when } = period;
      const body = group === 'satisfaction' ? { ...daysOf(period), ...page } : { timeType: type, ...when, ...page };
      const own = procedureKey === null ? [] : request.procedureIds.map((id) => ({ group, path, body: { ...body, [procedureKey]: id } }));
      return [{ group, path, body }, ...own];
    }),
  );
}

/** What is wrong with an answer, or the number of its pages. */
export type ReadAnswer = { readonly pages: number } | { readonly problem: 'not_json' | 'not_ok' | 'wrong_shape' };

/** Reads no more of an answer than is needed to know that it is one: the envelope, the shape of its group and its pages. */
export function readAnswer(group: PortalGroup, text: string): ReadAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { problem: 'not_json' };
  }
  if (!isRecord(answer)) return { problem: 'wrong_shape' };
  if (answer['code'] !== 'OK') return { problem: 'not_ok' };
  const data = answer['data'];
  if (!isRecord(data)) return { problem: 'wrong_shape' };
  const { shape } = portalEndpoints[group];
  const [head, rows] = shape === 'evaluation' ? [data['overview'], data['evaluation']] : [data['parent'], data['children']];
  if (!isRecord(head) || !Array.isArray(rows)) return { problem: 'wrong_shape' };
  const pagination = data['pagination'];
  const pages = isRecord(pagination) ? Number(pagination['totalPages']) : 1;
  return Number.isInteger(pages) && pages >= 0 && pages <= 1_000 ? { pages: Math.max(1, pages) } : { problem: 'wrong_shape' };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
