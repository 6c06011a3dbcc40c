// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { allRows, api } from '../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../shared/api/operations.ts';

export const recommendationStates = ['open', 'in_progress', 'reported', 'accepted', 'not_accepted', 'carried_over'] as const;
export type RecommendationState = (typeof recommendationStates)[number];
export type RecommendationMove = Answer<'getRecommendation'>['moves'][number];

export type Recommendation = RowOf<'listRecommendations'>;

/** What a list of recommendations needs of each, wherever it was read. */
export type RecommendationLine = Pick<
  Recommendation,
  'id' | 'text' | 'unitName' | 'dueOn' | 'isOverdue' | 'reformField' | 'evidenceCount'
> & {
  readonly state: string;
  readonly originTitle?: string;
};

export type RecommendationSheet = Answer<'getRecommendation'>;

export type WorkItem = RowOf<'listMyWork'>;

/** Below the key of inspections, whose every change may change what waits. */
export const myWorkQuery = queryOptions({
  queryKey: ['inspections', 'my-work'],
  queryFn: ({ signal }) => api.get<Answer<'listMyWork'>>('/inspections/my-work', undefined, signal),
});

export type ScoringWork = RowOf<'listScoringWork'>;

/** Below the key of the rounds of scoring, whose every change may change what waits. */
export const scoringWorkQuery = queryOptions({
  queryKey: ['scoring', 'cycle', 'my-work'],
  queryFn: ({ signal }) => api.get<Answer<'listScoringWork'>>('/scoring/my-work', undefined, signal),
});

export const recommendationsKey = ['actions', 'recommendations'] as const;

export const recommendationsQuery = (filter: {
  readonly originId?: string;
  readonly state?: RecommendationState;
  readonly search?: string;
}) =>
  queryOptions({
    queryKey: [...recommendationsKey, 'list', filter],
    queryFn: ({ signal }) =>
      allRows<Recommendation>(
        '/actions/recommendations',
        { ...filter, ...(filter.originId ? { originModule: 'inspections' } : {}) },
        signal,
      ),
  });

export const recommendationQuery = (id: string) =>
  queryOptions({
    queryKey: [...recommendationsKey, id],
    queryFn: ({ signal }) => api.get<RecommendationSheet>(`/actions/recommendations/${id}`, undefined, signal),
  });

const base = (id: string): string => `/actions/recommendations/${id}`;

export const startRemediation = (id: string, version: number) => api.post<RecommendationSheet>(`${base(id)}/start`, { version });
export const reportRemediation = (id: string, body: { version: number; text: string; evidenceFileIds: readonly string[] }) =>
  api.post<RecommendationSheet>(`${base(id)}/report`, body);
export const followUp = (id: string, body: Body<'followUpRecommendation'>) => api.post<RecommendationSheet>(`${base(id)}/follow-up`, body);
export const editRecommendation = (id: string, body: Body<'editRecommendation'>) => api.patch<RecommendationSheet>(base(id), body);
