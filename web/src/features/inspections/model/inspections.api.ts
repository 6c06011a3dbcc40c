// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { allRows, api, type QueryValues } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import type { RoundRow, RoundSheet, RoundStep, TeamRole, VisitSheet, VisitStep } from './types.ts';

export const inspectionsKey = ['inspections'] as const;
const rounds = '/inspections/rounds';
const visits = '/inspections/visits';

export const roundsQuery = (filter: QueryValues) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'rounds', filter],
    queryFn: ({ signal }) => allRows<RoundRow>(rounds, filter, signal),
  });

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'round', id],
    queryFn: ({ signal }) => api.get<RoundSheet>(`${rounds}/${id}`, undefined, signal),
  });

export const seatCandidatesQuery = (roundId: string, role: TeamRole, search: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'candidates', roundId, role, search],
    queryFn: ({ signal }) =>
      api.get<Answer<'listSeatCandidates'>>(`${rounds}/${roundId}/team/candidates`, { role, search, limit: 20 }, signal),
  });

export const visitQuery = (id: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'visit', id],
    queryFn: ({ signal }) => api.get<VisitSheet>(`${visits}/${id}`, undefined, signal),
  });

type Move<Step> = {
  readonly to: Step;
  readonly version: number;
  readonly reason: string | null;
  readonly paperIssuedOn?: string;
  readonly paperSignedOn?: string;
};

export const createRound = (body: Body<'createRound'>) => api.post<{ id: string }>(rounds, body);
export const editRound = (id: string, body: Body<'editRound'>) => api.put<unknown>(`${rounds}/${id}`, body);
export const setTeam = (id: string, body: Body<'setTeam'>) => api.put<unknown>(`${rounds}/${id}/team`, body);
export const seatAccount = (id: string, body: Body<'seatAccount'>) => api.put<unknown>(`${rounds}/${id}/team/account`, body);
export const moveRound = (id: string, body: Move<RoundStep>) => api.post<unknown>(`${rounds}/${id}/move`, body);
export const addVisit = (id: string, body: Body<'addVisit'>) => api.post<{ id: string }>(`${rounds}/${id}/visits`, body);
export const issueConclusion = (id: string, body: Body<'issueConclusion'>) => api.post<unknown>(`${rounds}/${id}/conclusion/issue`, body);

export const planVisit = (id: string, body: Body<'planVisit'>) => api.patch<unknown>(`${visits}/${id}`, body);
export const moveVisit = (id: string, body: Move<VisitStep>) => api.post<unknown>(`${visits}/${id}/move`, body);
export const handInReport = (id: string, body: { version: number; text: string | null; fileId: string | null }) =>
  api.put<unknown>(`${visits}/${id}/report`, body);
export const recordOpinion = (id: string, body: { version: number; opinion: string }) => api.put<unknown>(`${visits}/${id}/opinion`, body);
export const setSelfInspections = (id: string, body: Body<'setSelfInspections'>) =>
  api.put<unknown>(`${visits}/${id}/self-inspections`, body);
export const saveAnswers = (id: string, body: Body<'saveAnswers'>) => api.put<VisitSheet>(`${visits}/${id}/answers`, body);
export const recommend = (id: string, body: Body<'recommend'>) => api.post<{ id: string }>(`${visits}/${id}/recommendations`, body);
export const reviseRecommendation = (id: string, body: Body<'reviseRecommendation'>) =>
  api.patch<unknown>(`/inspections/recommendations/${id}`, body);
export const retractRecommendation = (id: string, body: Body<'retractRecommendation'>) =>
  api.post<unknown>(`/inspections/recommendations/${id}/withdraw`, body);
export const withdrawVisit = (id: string, body: Body<'withdrawVisit'>) => api.post<unknown>(`${visits}/${id}/withdraw`, body);
export const issueMinutes = (id: string, body: Body<'issueMinutes'>) => api.post<unknown>(`${visits}/${id}/minutes/issue`, body);

export const declareFigures = (id: string, body: Body<'declareFigures'>) => api.post<unknown>(`${visits}/${id}/figures`, body);
export const correctFigure = (id: string, body: Body<'correctFigure'>) => api.put<unknown>(`/inspections/figures/${id}`, body);
export const countFigure = (id: string, body: Body<'countFigure'>) => api.post<unknown>(`/inspections/figures/${id}/count`, body);
export const withdrawFigure = (id: string, version: number) => api.post<unknown>(`/inspections/figures/${id}/withdraw`, { version });

export const drawDossiers = (id: string, body: Body<'drawDossiers'>) => api.post<Answer<'drawDossiers'>>(`${visits}/${id}/samples`, body);
export const recordSampleResults = (id: string, body: Body<'recordSampleResults'>) =>
  api.put<unknown>(`/inspections/samples/${id}/results`, body);

export type StatementPlace = { readonly roundId: string } | { readonly visitId: string };
export const makeStatements = (place: StatementPlace, body: Body<'makeRoundStatements'>) =>
  api.post<unknown>('roundId' in place ? `${rounds}/${place.roundId}/statements` : `${visits}/${place.visitId}/statements`, body);
export const rewordStatement = (id: string, body: Body<'rewordStatement'>) => api.put<unknown>(`/inspections/statements/${id}`, body);
export const withdrawStatement = (id: string, body: { version: number; reason: string }) =>
  api.post<unknown>(`/inspections/statements/${id}/withdraw`, body);

export const conclusionPath = (id: string, format: 'docx' | 'pdf'): string => `${rounds}/${id}/conclusion.${format}`;
export const minutesPath = (id: string, format: 'docx' | 'pdf'): string => `${visits}/${id}/minutes.${format}`;
export const reportFilePath = (id: string): string => `${visits}/${id}/report-file`;
