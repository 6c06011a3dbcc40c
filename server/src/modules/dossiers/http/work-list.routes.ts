// SPDX-License-Identifier: Apache-2.0
import { type RouteDefinition, route } from '#platform/http/route';
import { assignDossier, listAssignable } from '../usecases/work-list/assign-dossier.ts';
import { readWorkList } from '../usecases/work-list/read-work-list.ts';
import { CodeParams, MovedAnswer } from './desk.schema.ts';
import { AssignableAnswer, AssignBody, WorkAnswer, WorkQuery } from './work-list.schema.ts';

/** What is to be done, and by whom. */
export const workListRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/work-list',
      operationId: 'readDossierWorkList',
      summary: 'Open dossiers of the units in reach, by the time that is left, a page at a time',
      access: 'dossiers.read',
      query: WorkQuery,
      response: WorkAnswer,
      errors: ['units.not_found', 'dossiers.page_unknown'],
    },
    async ({ db, actor, scope, query }) =>
      readWorkList(db, scope, { ...query, handler: query.handler === 'me' ? actor.id : query.handler }),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/:code/assignable',
      operationId: 'listAssignable',
      summary: 'Who may be given a dossier, with the open dossiers that each has',
      access: 'dossiers.handle',
      params: CodeParams,
      response: AssignableAnswer,
      errors: ['dossiers.not_found'],
    },
    async ({ db, scope, permissions, params }) => listAssignable(db, scope, permissions, params.code),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/:code/assign',
      operationId: 'assignDossier',
      summary: 'Give a dossier to somebody who may handle it, or take it back',
      access: 'dossiers.handle',
      params: CodeParams,
      body: AssignBody,
      response: MovedAnswer,
      errors: ['dossiers.not_found', 'dossiers.already_closed', 'dossiers.handler_unfit'],
    },
    async ({ db, actor, scope, permissions, params, body }) => assignDossier(db, actor, scope, permissions, { ...body, code: params.code }),
  ),
];
