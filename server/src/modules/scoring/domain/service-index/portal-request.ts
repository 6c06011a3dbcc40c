// SPDX-License-Identifier: Apache-2.0
import { type IndexPeriod, periodOf, periodOfDays } from './period.ts';

/** What a stored request says about the answer that came to it. */
export type RequestFacts = { readonly period: IndexPeriod; readonly procedure: string | null };

/** Period and procedure of a request of the portal, or undefined where it names no period. */
export function readRequest(request: unknown): RequestFacts | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const body = request as Readonly<Record<string, unknown>>;
  const procedure = body['formalityId'] ?? body['formalityID'];
  const period = periodOfRequest(body);
  return period && { period, procedure: typeof procedure === 'string' ? procedure : null };
}

function periodOfRequest(body: Readonly<Record<string, unknown>>): IndexPeriod | undefined {
  const { timeType, year, quarter, month, fromDate, toDate } = body;
  if (typeof fromDate === 'string' && typeof toDate === 'string') return periodOfDays(fromDate, toDate);
  if (typeof year !== 'number') return undefined;
  if (timeType === 'year') return periodOf('year', year, 1);
  if (timeType === 'quarter' && typeof quarter === 'number') return periodOf('quarter', year, quarter * 3 - 2);
  if (timeType === 'month' && typeof month === 'number') return periodOf('month', year, month);
  return undefined;
}
