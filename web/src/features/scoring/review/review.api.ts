// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import { cycleKey } from '../cycle/cycle.api.ts';

export type Queue = Answer<'readAppraisalQueue'>;
export type QueueRow = Queue['rows'][number];
export type Objections = Answer<'listScoringObjections'>;
export type ObjectionCase = Objections['rows'][number];
export type Consistency = Answer<'readAppraiserConsistency'>;
export type AppraiserLine = Consistency['lines'][number];
export type JudgedPage = Answer<'listJudgedItems'>;
export type JudgedItem = JudgedPage['rows'][number];
export type UnitYears = Answer<'readScoringYears'>[number];
export type Change = JudgedItem['change'];

/** What an appraisal did to a self-score, in the order of the bars. */
export const changes = ['same', 'lowered', 'lowered_much', 'raised'] as const satisfies readonly Change[];

/** Rows of a queue that a page holds; the filters narrow longer ones. */
export const queueLimit = 200;
export const judgedLimit = 50;

const rounds = '/scoring/rounds';
type Texts = Readonly<Record<string, string>>;
/** Filters that are not set are not sent. */
const given = (query: Texts): Texts => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

export const queueQuery = (id: string, query: Texts) =>
  queryOptions({
    queryKey: [...cycleKey, 'queue', id, query],
    queryFn: ({ signal }) => api.get<Queue>(`${rounds}/${id}/queue`, { ...given(query), limit: queueLimit }, signal),
  });

export const objectionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'objections', id],
    queryFn: ({ signal }) => api.get<Objections>(`${rounds}/${id}/objections`, undefined, signal),
  });

export const consistencyQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'consistency', id],
    queryFn: ({ signal }) => api.get<Consistency>(`${rounds}/${id}/consistency`, undefined, signal),
  });

export const yearsQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'years', id],
    queryFn: ({ signal }) => api.get<readonly UnitYears[]>(`${rounds}/${id}/years`, undefined, signal),
  });

export const judgedQuery = (id: string, query: Texts, offset: number) =>
  queryOptions({
    queryKey: [...cycleKey, 'judged', id, query, offset],
    queryFn: ({ signal }) => api.get<JudgedPage>(`${rounds}/${id}/judged`, { ...given(query), offset, limit: judgedLimit }, signal),
  });

/** The points that an input would give; nothing is kept, so the answer lives apart from what changes make stale. */
export const tryQuery = (sheetId: string, body: Body<'tryScoreInput'>) =>
  queryOptions({
    queryKey: ['scoring', 'try', sheetId, body],
    queryFn: () => api.post<Answer<'tryScoreInput'>>(`/scoring/round-units/${sheetId}/try`, body),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
