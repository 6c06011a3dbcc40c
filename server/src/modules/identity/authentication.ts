// SPDX-License-Identifier: Apache-2.0
import { betterAuth } from 'better-auth';
import type { Db } from '#platform/db/db';
import { type AuthenticationParts, authenticationOptions } from './authentication-options.ts';
import { findAccount } from './data/accounts.repo.ts';
import { identityDb } from './data/tables.ts';
import { answerSignIn } from './sign-in-doors.ts';

export type Authentication = {
  /** Answers `/api/auth/*`; throws AppError for what the product itself refuses. */
  handle(request: Request): Promise<Response>;
  /** Account of the session that the request carries, or null. */
  accountOf(headers: Headers): Promise<{ id: string; sessionId: string } | null>;
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
  const accountOf: Authentication['accountOf'] = async (headers) => {
    const session = await auth.api.getSession({ headers });
    return session ? { id: session.user.id, sessionId: session.session.id } : null;
  };
  const holderOf = async (headers: Headers) => {
    const account = await accountOf(headers);
    return account ? findById(account.id) : undefined;
  };
  return {
    handle: (request) => answerSignIn({ db, request, holderOf, answer: (passed) => auth.handler(passed) }),
    accountOf,
    hashPassword: (password) => context.password.hash(password),
  };
}
