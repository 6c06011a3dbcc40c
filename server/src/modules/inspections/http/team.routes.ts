// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { listSeatCandidates, seatAccount } from '../usecases/rounds/seat-accounts.ts';
import { setTeam } from '../usecases/rounds/set-team.ts';
import { roundErrors, roundSheet } from './rounds.routes.ts';
import { RoundSheet, TeamBody } from './rounds.schema.ts';
import { CandidateQuery, Candidates, SeatBody } from './team.schema.ts';

/** The team of a round and whose accounts its seats are. */
export const teamRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'PUT',
      path: '/inspections/rounds/:id/team',
      operationId: 'setTeam',
      summary: 'Replace the team',
      access: 'inspections.organise',
      params: IdParams,
      body: TeamBody,
      response: RoundSheet,
      errors: [
        ...roundErrors,
        'inspections.seats_by_organiser',
        'inspections.account_seated',
        'inspections.account_not_for_seat',
        'inspections.unit_unknown',
        'inspections.team_head',
        'inspections.team_secretary',
      ],
    },
    async (context) => {
      await setTeam(context.db, context.actor, context.scope, context.params.id, context.body);
      return roundSheet(context, context.params.id);
    },
  ),
  route(
    {
      method: 'GET',
      path: '/inspections/rounds/:id/team/candidates',
      operationId: 'listSeatCandidates',
      summary: 'Accounts that could take a seat of the team',
      access: 'inspections.organise',
      params: IdParams,
      query: CandidateQuery,
      response: Candidates,
      errors: ['inspections.round_not_found', 'inspections.not_your_part'],
    },
    ({ db, actor, scope, params, query }) => listSeatCandidates(db, actor, scope, params.id, query),
  ),
  route(
    {
      method: 'PUT',
      path: '/inspections/rounds/:id/team/account',
      operationId: 'seatAccount',
      summary: 'Say whose account a seat of the team is, or nobody’s',
      access: 'inspections.organise',
      params: IdParams,
      body: SeatBody,
      response: RoundSheet,
      errors: [...roundErrors, 'inspections.seat_not_found', 'inspections.account_not_for_seat', 'inspections.account_seated'],
    },
    async (context) => {
      await seatAccount(context.db, context.actor, context.scope, context.params.id, context.body);
      return roundSheet(context, context.params.id);
    },
  ),
];
