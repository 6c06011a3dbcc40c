// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { importSurvey } from '../../usecases/survey/import-survey.ts';
import { setRespondentGroups } from '../../usecases/survey/manage-groups.ts';
import { readSurvey } from '../../usecases/survey/read-survey.ts';
import { GroupsBody, SurveyOutcomeShape, SurveyShape } from './survey.schema.ts';

const mostBytes = 16 * 1_048_576;
const partErrors = ['scoring.round_not_found', 'scoring.not_your_part', 'scoring.not_in_phase'];

/** The sociological survey of a round: whom it asks, and the answers as they are read in. */
export const surveyRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/scoring/rounds/:id/survey',
      operationId: 'getScoringSurvey',
      summary: 'Groups with sample size, files, survey points; small groups are not shown',
      access: 'scoring.read_rounds',
      params: IdParams,
      response: SurveyShape,
      errors: ['scoring.round_not_found'],
    },
    ({ db, actor, scope, params }) => readSurvey(db, actor, scope, params.id),
  ),
  route(
    {
      method: 'PUT',
      path: '/scoring/rounds/:id/survey/groups',
      operationId: 'setRespondentGroups',
      summary: 'Set the groups of respondents with their population and accepted error',
      access: 'scoring.organise',
      params: IdParams,
      body: GroupsBody,
      response: SurveyShape,
      errors: [...partErrors, 'scoring.survey_group_twice', 'scoring.survey_group_in_use'],
    },
    async ({ db, actor, scope, params, body }) => {
      await setRespondentGroups(db, actor, scope, params.id, body.groups);
      return readSurvey(db, actor, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/scoring/rounds/:id/survey/imports',
      operationId: 'importSurvey',
      summary: 'Read a file of anonymous answers into the survey scores: all of it, or nothing with its faults',
      access: 'scoring.organise',
      params: IdParams,
      uploadMaxBytes: mostBytes,
      response: SurveyOutcomeShape,
      errors: [
        ...partErrors,
        'scoring.survey_unreadable',
        'scoring.survey_too_long',
        'platform.file_missing_in_request',
        'platform.file_too_large',
        'platform.file_empty',
        'platform.file_protected',
        'platform.file_unpacks_too_large',
        'platform.too_much_work',
        'platform.busy',
      ],
      perMinute: 30,
    },
    async ({ db, actor, scope, params, request, language }) => {
      const { name, bytes } = await readUpload(request, mostBytes);
      return importSurvey(db, actor, scope, params.id, { name, bytes }, language);
    },
  ),
];
