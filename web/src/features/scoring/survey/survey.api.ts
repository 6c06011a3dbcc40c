// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';
import { cycleKey } from '../cycle/cycle.api.ts';

export type Survey = Answer<'getScoringSurvey'>;
export type SurveyGroup = Survey['groups'][number];
export type SurveyUnit = Survey['units'][number];
export type SurveyOutcome = Answer<'importSurvey'>;

const surveyOf = (roundId: string): string => `/scoring/rounds/${roundId}/survey`;

export const surveyQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...cycleKey, 'survey', roundId],
    queryFn: ({ signal }) => api.get<Survey>(surveyOf(roundId), undefined, signal),
  });

export const setGroups = (roundId: string, body: Body<'setRespondentGroups'>) => api.put<Survey>(`${surveyOf(roundId)}/groups`, body);

/** Sends a file of answers. */
export function sendAnswers(roundId: string, file: File, onProgress: (part: number) => void): Promise<SurveyOutcome> {
  const form = new FormData();
  form.append('file', file);
  return upload<SurveyOutcome>(`${surveyOf(roundId)}/imports`, form, onProgress);
}
