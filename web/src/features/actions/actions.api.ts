// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { ReformField } from '../../shared/session/session.ts';

export const recommendationStates = ['open', 'in_progress', 'reported', 'accepted', 'not_accepted', 'carried_over'] as const;
export type RecommendationState = (typeof recommendationStates)[number];
export type RecommendationMove = 'start' | 'report' | 'accept' | 'refuse' | 'carry_over' | 'reopen';

export type Recommendation = {
  readonly id: string;
  readonly originModule: string;
  readonly originType: string;
  readonly originId: string;
  readonly originPartId: string | null;
  readonly originTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly ownerPosition: string | null;
  readonly text: string;
  readonly reformField: ReformField | null;
  readonly dueOn: string | null;
  readonly state: RecommendationState;
  readonly isOverdue: boolean;
  readonly reportText: string | null;
  readonly paragraph: number | null;
  readonly evidenceCount: number;
  readonly updatedBy: string;
  readonly version: number;
};

export type RecommendationSheet = Recommendation & {
  readonly events: readonly {
    readonly fromState: RecommendationState | null;
    readonly toState: RecommendationState;
    readonly note: string | null;
    readonly dueOn: string | null;
    readonly at: string;
    readonly actorName: string;
  }[];
  readonly evidence: readonly {
    readonly fileId: string;
    readonly name: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly addedBy: string;
    readonly addedAt: string;
  }[];
  readonly moves: readonly RecommendationMove[];
};

export const recommendationsKey = ['actions', 'recommendations'] as const;

export const recommendationsQuery = (filter: {
  readonly originId?: string;
  readonly state?: RecommendationState;
  readonly offset?: number;
  readonly search?: string;
}) =>
  queryOptions({
    queryKey: [...recommendationsKey, 'list', filter],
    queryFn: ({ signal }) =>
      api.get<{ rows: readonly Recommendation[]; total: number }>(
        '/actions/recommendations',
        { ...filter, ...(filter.originId ? { originModule: 'inspections' } : {}), limit: 200 },
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
export const followUp = (id: string, body: { version: number; move: RecommendationMove; note: string | null }) =>
  api.post<RecommendationSheet>(`${base(id)}/follow-up`, body);
export const editRecommendation = (
  id: string,
  body: { version: number; text?: string; dueOn?: string | null; reformField?: ReformField | null; ownerPosition?: string | null },
) => api.patch<RecommendationSheet>(base(id), body);
