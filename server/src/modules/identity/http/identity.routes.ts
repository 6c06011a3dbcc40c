// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, PageQuery, pageOf, type RouteDefinition, route } from '#platform/http/route';
import { getSession } from '../usecases/get-session.ts';
import { changeAccount, createAccount, getAccount, type HashPassword, listAccounts, resetPassword } from '../usecases/manage-accounts.ts';
import { listEndedGrants, passOnGrants } from '../usecases/pass-on-grants.ts';
import { Account, AccountChangeBody, AccountCreateBody, EndedGrants, PassOnBody, Session } from './identity.schema.ts';

const readRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/identity/session',
      operationId: 'getSession',
      summary: 'Who is signed in and what they may do',
      access: 'signed_in',
      whileHeldBack: true,
      response: Session,
    },
    ({ db, actor, permissions }) => getSession(db, actor, permissions),
  ),
  route(
    {
      method: 'GET',
      path: '/identity/accounts',
      operationId: 'listAccounts',
      summary: 'Accounts within the administrator’s units',
      access: 'identity.manage',
      query: PageQuery,
      response: pageOf(Account),
    },
    ({ db, scope, query }) => listAccounts(db, scope, query),
  ),
  route(
    {
      method: 'GET',
      path: '/identity/accounts/:id',
      operationId: 'getAccount',
      summary: 'One account',
      access: 'identity.manage',
      params: IdParams,
      response: Account,
      errors: ['identity.account_not_found'],
    },
    ({ db, scope, params }) => getAccount(db, scope, params.id),
  ),
  route(
    {
      method: 'GET',
      path: '/identity/ended-grants',
      operationId: 'listEndedGrants',
      summary: 'Rights at units that have ended, with the units that took over',
      access: 'identity.manage',
      response: EndedGrants,
    },
    async ({ db, scope }) => ({ rows: await listEndedGrants(db, scope) }),
  ),
  route(
    {
      method: 'POST',
      path: '/identity/ended-grants/pass-on',
      operationId: 'passOnGrants',
      summary: 'Give the holders of rights at ended units the same rights at the units that took over; answers what still waits',
      access: 'identity.manage',
      body: PassOnBody,
      response: EndedGrants,
      errors: ['identity.grant_not_ended', 'identity.not_an_heir', 'identity.grant_outside', 'units.not_in_force', 'units.not_found'],
    },
    async ({ db, actor, scope, body }) => {
      await passOnGrants(db, actor, scope, body.items);
      return { rows: await listEndedGrants(db, scope) };
    },
  ),
];

export function identityRoutes(hashPassword: HashPassword): RouteDefinition[] {
  return [
    ...readRoutes,
    route(
      {
        method: 'POST',
        path: '/identity/accounts',
        operationId: 'createAccount',
        summary: 'Make an account; the answer holds its generated password once',
        access: 'identity.manage',
        body: AccountCreateBody,
        status: 201,
        response: z.object({ id: z.uuid(), password: z.string() }),
        errors: [
          'identity.email_taken',
          'identity.grant_outside',
          'identity.dates_reversed',
          'identity.password_weak',
          'identity.account_nowhere',
          'identity.position_unknown',
        ],
      },
      ({ db, actor, scope, body }) => createAccount(db, actor, scope, hashPassword, body),
    ),
    route(
      {
        method: 'PUT',
        path: '/identity/accounts/:id',
        operationId: 'changeAccount',
        summary: 'Replace name, positions, rights and state of an account',
        access: 'identity.manage',
        params: IdParams,
        body: AccountChangeBody,
        response: Account,
        errors: [
          'identity.account_not_found',
          'identity.account_shared',
          'identity.grant_outside',
          'identity.own_account',
          'identity.account_nowhere',
          'identity.position_unknown',
          'identity.dates_reversed',
          'platform.stale',
        ],
      },
      async ({ db, actor, scope, params, body }) => {
        await changeAccount(db, actor, scope, params.id, body);
        return getAccount(db, { roots: null, reformFields: null }, params.id);
      },
    ),
    route(
      {
        method: 'POST',
        path: '/identity/accounts/:id/reset-password',
        operationId: 'resetPassword',
        summary: 'Give an account a new generated password and end its sessions',
        access: 'identity.manage',
        params: IdParams,
        response: z.object({ password: z.string() }),
        errors: ['identity.account_not_found', 'identity.account_shared'],
      },
      ({ db, actor, scope, params }) => resetPassword(db, actor, scope, hashPassword, params.id),
    ),
  ];
}
