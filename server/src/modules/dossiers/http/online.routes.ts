// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { applicantNumberErrors } from '../domain/desk/applicant-numbers.ts';
import { lookUp } from '../usecases/online/look-up.ts';
import { findOnlineProcedures, getOnlineProcedure } from '../usecases/online/read-online-procedures.ts';
import { fileMaxBytes, mostFiles, submitOnline } from '../usecases/online/submit-online.ts';
import {
  LookupAnswerShape,
  LookupBody,
  OnlineProcedureQuery,
  OnlineProcedureSheet,
  OnlineProcedures,
  SubmissionAnswer,
} from './online.schema.ts';
import { readSubmission } from './read-submission.ts';

/** What citizens do without an account. */
export const onlineRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/online/procedures',
      operationId: 'findOnlineProcedures',
      summary: 'Procedures whose dossiers can be handed in online today, by words of the name or by code',
      access: 'public',
      perMinute: 60,
      query: OnlineProcedureQuery,
      response: OnlineProcedures,
    },
    async ({ db, query }) => findOnlineProcedures(db, query),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/online/procedures/:id',
      operationId: 'getOnlineProcedure',
      summary: 'A procedure that is taken online, its papers and the units that take it',
      access: 'public',
      perMinute: 60,
      params: IdParams,
      response: OnlineProcedureSheet,
      errors: ['dossiers.procedure_not_in_force', 'dossiers.not_online'],
    },
    async ({ db, params }) => getOnlineProcedure(db, params.id),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/online',
      operationId: 'submitDossierOnline',
      summary: 'Hand in a dossier online: the field `data` (JSON), then files under `paper.<code>`; answers its code and a PIN shown once',
      access: 'public',
      perMinute: 6,
      uploadMaxBytes: fileMaxBytes * mostFiles,
      status: 201,
      response: SubmissionAnswer,
      errors: [
        'units.not_found',
        'units.not_in_force',
        ...applicantNumberErrors,
        'dossiers.procedure_not_in_force',
        'dossiers.not_online',
        'dossiers.unit_not_competent',
        'dossiers.paper_unknown',
        'dossiers.papers_missing',
        'dossiers.submission_unreadable',
        'dossiers.too_many_files',
        'dossiers.request_used_otherwise',
        'dossiers.online_quota_of_address',
        'dossiers.online_quota_of_all',
        'platform.file_too_large',
        'platform.file_type_refused',
      ],
    },
    async ({ db, files, actor, request }) => {
      const { submission, files: incoming } = await readSubmission(request);
      return submitOnline(db, files, actor, submission, incoming, request.ip);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/lookup',
      operationId: 'lookUpDossier',
      summary: 'How a dossier stands, by its code and the PIN or the last four characters of the phone, identity or passport number',
      access: 'public',
      perMinute: 10,
      body: LookupBody,
      response: LookupAnswerShape,
      errors: ['dossiers.lookup_failed', 'platform.too_many_requests'],
    },
    async ({ db, body }) => lookUp(db, body),
  ),
];
