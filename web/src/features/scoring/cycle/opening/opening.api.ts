// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../shared/api/client.ts';
import type { Answer, Body } from '../../../../shared/api/operations.ts';
import { cycleKey, type RoundSheet, type Sheet } from '../cycle.api.ts';

export type PhaseDates = RoundSheet['dates'][number];
export type Appraiser = Answer<'listScoringAppraisers'>[number];

export const appraisersQuery = (unitId: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'appraisers', unitId],
    queryFn: ({ signal }) => api.get<readonly Appraiser[]>('/scoring/appraisers', { unitId }, signal),
    enabled: unitId !== '',
  });

export const createRound = (body: Body<'createScoringRound'>) => api.post<{ id: string }>('/scoring/rounds', body);
export const setDates = (id: string, body: Body<'setScoringRoundDates'>) => api.put<RoundSheet>(`/scoring/rounds/${id}/dates`, body);
export const extendTime = (sheetId: string, body: Body<'extendScoringTime'>) =>
  api.post<Sheet>(`/scoring/round-units/${sheetId}/extensions`, body);
