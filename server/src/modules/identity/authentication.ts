// SPDX-License-Identifier: Apache-2.0
import { betterAuth } from 'better-auth';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type AuthenticationParts, authenticationOptions, freshUntil } from './authentication-options.ts';
import { findAccount } from './data/accounts.repo.ts';
import { identityDb } from './data/tables.ts';
import { signedCookie } from './session-cookie.ts';
import { answerSignIn } from './sign-in-doors.ts';
import { actorOfSession, positionHeader, resolveActor } from './usecases/resolve-actor.ts';

export type Authentication = {
  /** Answers `/api/auth/*`; throws AppError for what the product itself refuses. */
  handle(request: Request): Promise<Response>;
  /** Who sends a request, by the session and the position that its headers name; null without a session of an open account. */
  actorOf(headers: Headers): Promise<Actor | null>;
  hashPassword(password: string): Promise<string>;
};

/**
 * Sign-in, sessions and the second factor, by better-auth on the tables of schema `identity`.
 * Nobody signs up: accounts are made by an administrator.
 *
 * `pool` must give instants as `Date`: better-auth compares them with the clock to end sessions and locks.
 */
export async function createAuthentication({
  db,
  ...parts
}: { readonly db: Db } & Omit<AuthenticationParts, 'isDisabled'>): Promise<Authentication> {
  const findById = (id: string) => findAccount(identityDb(db), { roots: null, reformFields: null }, id);
  const isDisabled = async (id: string): Promise<boolean> => (await findById(id))?.disabledAt != null;
  const auth = betterAuth(authenticationOptions({ ...parts, isDisabled }));
  const context = await auth.$context;
  const seal = { name: context.authCookies.sessionToken.name, secret: context.secret };
  const accountIdOf = async (headers: Headers) => (await auth.api.getSession({ headers }))?.user.id;
  const actorOf: Authentication['actorOf'] = async (headers) => {
    const chosen = headers.get(positionHeader);
    // Every request asks this: a session that needs no prolonging is looked up directly, all else is better-auth's to judge.
    const token = signedCookie(headers.get('cookie'), seal);
    const known = token && (await actorOfSession(db, { token, lastsBeyond: freshUntil(Date.now()) }, chosen));
    if (known) return known;
    const accountId = await accountIdOf(headers);
    return accountId === undefined ? null : resolveActor(db, accountId, chosen);
  };
  const holderOf = async (headers: Headers) => {
    const accountId = await accountIdOf(headers);
    return accountId === undefined ? undefined : findById(accountId);
  };
  return {
    handle: (request) => answerSignIn({ db, request, holderOf, answer: (passed) => auth.handler(passed) }),
    actorOf,
    hashPassword: (password) => context.password.hash(password),
  };
}
