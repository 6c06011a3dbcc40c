// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import { figuresKey } from '../figures.api.ts';

export type FigureRule = Answer<'listFigureRules'>['rows'][number];
export type RuleBody = Body<'createFigureRule'>;
export type Term = RuleBody['rule']['left'][number];

export const rulesQuery = queryOptions({
  queryKey: [...figuresKey, 'rules'],
  queryFn: ({ signal }) => api.get<Answer<'listFigureRules'>>('/figures/rules', undefined, signal),
});

export const createRule = (body: RuleBody) => api.post<Answer<'createFigureRule'>>('/figures/rules', body);
export const endRule = (id: string, lastDay: string) => api.post<void>(`/figures/rules/${id}/end`, { lastDay });
