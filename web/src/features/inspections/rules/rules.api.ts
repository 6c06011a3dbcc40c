// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';

export type DeadlineRule = RowOf<'listDeadlineRules'>;
export type RuleCode = DeadlineRule['code'];

export const ruleCodes: readonly RuleCode[] = ['conclusion', 'remediation_report'];
export const rulesKey = ['inspections', 'deadline-rules'] as const;
const path = '/inspections/deadline-rules';

export const rulesQuery = queryOptions({
  queryKey: rulesKey,
  queryFn: ({ signal }) => api.get<Answer<'listDeadlineRules'>>(path, undefined, signal),
});

export const addRule = (body: Body<'addDeadlineRule'>) => api.post<{ id: string }>(path, body);
export const endRule = (id: string, body: Body<'endDeadlineRule'>) => api.post<unknown>(`${path}/${id}/end`, body);
export const withdrawRule = (id: string, body: Body<'withdrawDeadlineRule'>) => api.post<unknown>(`${path}/${id}/withdraw`, body);
