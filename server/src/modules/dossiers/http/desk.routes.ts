// SPDX-License-Identifier: Apache-2.0
import { type RouteDefinition, route } from '#platform/http/route';
import { applicantNumberErrors } from '../domain/desk/applicant-numbers.ts';
import { findAlike } from '../usecases/desk/find-alike.ts';
import { moveDossier } from '../usecases/desk/move-dossier.ts';
import { readDossier } from '../usecases/desk/read-dossier.ts';
import { receiveDossier } from '../usecases/desk/receive-dossier.ts';
import { turnAway } from '../usecases/desk/turn-away.ts';
import {
  AlikeAnswer,
  AlikeBody,
  CodeAnswer,
  CodeParams,
  DossierAnswer,
  MoveBody,
  MovedAnswer,
  ReceivedAnswer,
  ReceptionBody,
  TurnedAwayBody,
} from './desk.schema.ts';

/** The one-stop desk: receiving, moving and reading dossiers. */
export const deskRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/dossiers',
      operationId: 'receiveDossier',
      summary: 'Receive a dossier at the desk; its code is given and its clock starts',
      access: 'dossiers.handle',
      body: ReceptionBody,
      status: 201,
      response: ReceivedAnswer,
      errors: [
        'units.not_found',
        'units.not_in_force',
        ...applicantNumberErrors,
        'dossiers.procedure_not_in_force',
        'dossiers.papers_missing',
        'dossiers.paper_unknown',
        'dossiers.request_used_otherwise',
        'calendar.year_missing',
        'calendar.year_draft',
        'calendar.no_hours',
      ],
    },
    async ({ db, actor, scope, body }) => receiveDossier(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/turned-away',
      operationId: 'turnDossierAway',
      summary: 'Record a dossier that the desk refuses or sends back for papers, without receiving it',
      access: 'dossiers.handle',
      body: TurnedAwayBody,
      status: 201,
      response: CodeAnswer,
      errors: [
        'units.not_found',
        'units.not_in_force',
        ...applicantNumberErrors,
        'dossiers.procedure_not_in_force',
        'dossiers.paper_unknown',
        'dossiers.request_used_otherwise',
      ],
    },
    async ({ db, actor, scope, body }) => turnAway(db, actor, scope, body),
  ),
  route(
    {
      // Not a GET: an identity number has no place in an address.
      method: 'POST',
      path: '/dossiers/alike',
      operationId: 'findAlikeDossiers',
      summary: 'Dossiers of the last thirty days that the same person has handed in for the same procedure at the unit',
      access: 'dossiers.handle',
      body: AlikeBody,
      response: AlikeAnswer,
      errors: ['units.not_found'],
    },
    async ({ db, scope, body }) => ({ rows: await findAlike(db, scope, body) }),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/:code',
      operationId: 'readDossier',
      summary: 'A dossier with its history and the proof of its due moment',
      access: 'dossiers.read',
      params: CodeParams,
      response: DossierAnswer,
      errors: ['dossiers.not_found'],
    },
    async ({ db, scope, params }) => readDossier(db, scope, params.code),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/:code/moves',
      operationId: 'moveDossier',
      summary: 'Take one step with a dossier',
      access: 'dossiers.handle',
      params: CodeParams,
      body: MoveBody,
      response: MovedAnswer,
      errors: [
        'dossiers.not_found',
        'dossiers.move_not_allowed',
        'dossiers.reason_required',
        'dossiers.moment_ahead',
        'dossiers.moment_before_last_step',
        'dossiers.new_due_required',
        'dossiers.extension_refused',
        'dossiers.paper_unknown',
        'calendar.year_missing',
        'calendar.year_draft',
        'calendar.no_hours',
      ],
    },
    async ({ db, actor, scope, params, body }) => moveDossier(db, actor, scope, { ...body, code: params.code }),
  ),
];
