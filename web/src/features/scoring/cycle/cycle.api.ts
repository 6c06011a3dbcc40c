// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';

export type RoundRow = RowOf<'listScoringRounds'>;
export type RoundSheet = Answer<'getScoringRound'>;
export type RoundUnit = RoundSheet['groups'][number]['units'][number];
export type Phase = RoundRow['phase'];
export type Ranking = Answer<'getScoringRanking'>;
export type RankingGroup = Ranking['groups'][number];
export type RankingRow = RankingGroup['rows'][number];
export type Sheet = Answer<'getScoreSheet'>;
export type SheetItem = Sheet['items'][number];
export type ToldScore = SheetItem['scores'][number];
export type FlaggedPage = Answer<'listFlaggedEvidence'>;
export type FlaggedEvidence = FlaggedPage['rows'][number];
export type Outlook = Answer<'exploreWhatIf'>;
export type ItemInput = ToldScore['input'];

export const phases = [
  'preparing',
  'self_scoring',
  'appraisal',
  'explanation',
  'second_appraisal',
  'council',
  'published',
] as const satisfies readonly Phase[];

export const cycleKey = ['scoring', 'cycle'] as const;
const rounds = '/scoring/rounds';
const sheets = '/scoring/round-units';

export const roundsQuery = queryOptions({
  queryKey: [...cycleKey, 'rounds'],
  queryFn: ({ signal }) => api.get<readonly RoundRow[]>(rounds, undefined, signal),
});

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'round', id],
    queryFn: ({ signal }) => api.get<RoundSheet>(`${rounds}/${id}`, undefined, signal),
  });

export const rankingQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'ranking', id],
    queryFn: ({ signal }) => api.get<Ranking>(`${rounds}/${id}/ranking`, undefined, signal),
  });

/** Rows of flagged evidence that a page holds. */
export const flaggedLimit = 50;

export type FlaggedAsked = { readonly offset: number; readonly sort: string | undefined; readonly order: string | undefined };

export const flaggedQuery = (id: string, asked: FlaggedAsked) =>
  queryOptions({
    queryKey: [...cycleKey, 'flagged', id, asked],
    queryFn: ({ signal }) => api.get<FlaggedPage>(`${rounds}/${id}/flagged-evidence`, { ...asked, limit: flaggedLimit }, signal),
  });

export const sheetQuery = (id: string) =>
  queryOptions({ queryKey: [...cycleKey, 'sheet', id], queryFn: ({ signal }) => api.get<Sheet>(`${sheets}/${id}`, undefined, signal) });

/** Where a unit could still win points; computed anew each time. */
export const outlookQuery = (id: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'what-if', id],
    queryFn: ({ signal }) => api.get<Outlook>(`${sheets}/${id}/what-if`, undefined, signal),
  });

export const moveRound = (id: string, body: Body<'moveScoringRound'>) => api.post<Answer<'moveScoringRound'>>(`${rounds}/${id}/move`, body);
export const fillSystem = (id: string) => api.post<Answer<'fillSystemItems'>>(`${rounds}/${id}/fill-system`);
export const scoreItem = (id: string, body: Body<'scoreItem'>) => api.post<Answer<'scoreItem'>>(`${sheets}/${id}/scores`, body);
export const appraiseItem = (id: string, body: Body<'appraiseItem'>) =>
  api.post<Answer<'appraiseItem'>>(`${sheets}/${id}/appraisals`, body);
export const decideItem = (id: string, body: Body<'decideItem'>) => api.post<Answer<'decideItem'>>(`${sheets}/${id}/decisions`, body);
export const acceptRest = (id: string) => api.post<Answer<'acceptSelfScores'>>(`${sheets}/${id}/appraisals/accept`);
export const moveSheet = (id: string, body: Body<'moveScoreSheet'>) => api.post<Sheet>(`${sheets}/${id}/steps`, body);
export const addEvidence = (id: string, body: Body<'addScoreEvidence'>) => api.post<unknown>(`${sheets}/${id}/evidence`, body);
export const withdrawEvidence = (id: string, body: Body<'withdrawScoreEvidence'>) =>
  api.post<unknown>(`${sheets}/${id}/evidence/withdraw`, body);
export const objectTo = (id: string, body: Body<'objectToScore'>) => api.post<unknown>(`${sheets}/${id}/objections`, body);
export const answerObjection = (id: string, body: Body<'answerScoreObjection'>) =>
  api.post<unknown>(`/scoring/objections/${id}/answer`, body);
export const publicationAddress = (id: string): string => `/api/scoring/publications/${id}/content.json`;
/** The printed score table of a sheet, or the summary of a round. */
export const tableAddress = (of: 'rounds' | 'round-units', id: string, format: 'docx' | 'pdf' | 'xlsx'): string =>
  `/api/scoring/${of}/${id}/score-table?format=${format}`;
/** The open data package of a published result. */
export const packageAddress = (id: string): string => `/api/scoring/publications/${id}/package.zip`;
