// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';

export type SetRow = RowOf<'listCriteriaSets'>;
export type SetSheet = Answer<'getCriteriaSet'>;
export type SetContent = SetSheet['content'];
export type CriteriaNode = SetContent['nodes'][number];
export type Rule = CriteriaNode['rule'];
export type RuleKind = Rule['kind'];
export type Conventions = SetContent['conventions'];
export type ToldFault = SetSheet['faults'][number];
export type Comparison = Answer<'compareCriteriaSets'>;
export type Difference = Pick<Comparison, 'head' | 'nodes' | 'unchanged'>;
export type WorkbookReview = Answer<'readCriteriaWorkbook'>;
export type TryAnswer = Answer<'tryCriteriaRule'>;
export type ItemInput = NonNullable<Body<'tryCriteriaRule'>['input']>;

const base = '/scoring/sets';
export const setsKey = ['scoring', 'sets'] as const;

export const setsQuery = queryOptions({
  queryKey: [...setsKey, 'list'],
  queryFn: ({ signal }) => api.get<Answer<'listCriteriaSets'>>(base, undefined, signal),
});

export const setQuery = (id: string) =>
  queryOptions({ queryKey: [...setsKey, id], queryFn: ({ signal }) => api.get<SetSheet>(`${base}/${id}`, undefined, signal) });

export const comparisonQuery = (id: string, otherId: string) =>
  queryOptions({
    queryKey: [...setsKey, id, 'compare', otherId],
    queryFn: ({ signal }) => api.get<Comparison>(`${base}/${id}/compare`, { with: otherId }, signal),
    enabled: otherId !== '',
  });

export const startDraft = (body: Body<'startCriteriaDraft'>) => api.post<SetSheet>(base, body);
export const saveDraft = (id: string, body: Body<'saveCriteriaDraft'>) => api.put<SetSheet>(`${base}/${id}`, body);
export const publishSet = (id: string, version: number) => api.post<SetSheet>(`${base}/${id}/publish`, { version });
export const discardDraft = (id: string, version: number) => api.post<undefined>(`${base}/${id}/discard`, { version });
export const checkContent = (content: SetContent) => api.post<Answer<'checkCriteriaSet'>>(`${base}/check`, { content });
export const tryRule = (body: Body<'tryCriteriaRule'>) => api.post<TryAnswer>(`${base}/try`, body);
export const exportPath = (id: string): string => `${base}/${id}/export.xlsx`;
export const templatePath = `${base}/template.xlsx`;

/** What a workbook says and what it would change; the server keeps nothing of it. */
export function readWorkbook(file: File, againstId: string | null): Promise<WorkbookReview> {
  const form = new FormData();
  form.append('file', file);
  return upload<WorkbookReview>(`${base}/read${againstId ? `?against=${againstId}` : ''}`, form, () => undefined);
}
