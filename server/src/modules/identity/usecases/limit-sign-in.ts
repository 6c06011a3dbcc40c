// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import {
  type Attempts,
  countAttempt,
  forgetAttempts,
  forgetFutureAttempts,
  isAddressInUse,
  takeAttemptBack,
} from '../data/sign-in-attempts.repo.ts';
import { identityDb } from '../data/tables.ts';

const windowMinutes = 15;
const mostOnAccount = 20;
const mostFromAddress = 100;

/** One attempt to sign in, counted before the password is looked at. */
export type SignInAttempt = { succeeded(): Promise<void> };

/**
 * Counts attempts on one account from all addresses together: guessing from many addresses is as slow as from one. An address from which
 * somebody is signed in to the account has a count of its own, so that a stranger's guesses do not shut the holder out.
 * Failures from one address are counted over all accounts; what succeeds is not, since a whole province may sign in from one address.
 * An account that does not exist counts alike, and so tells nothing.
 *
 * @throws AppError `platform.too_many_requests`
 */
export async function limitSignIn(db: Db, email: string, address: string): Promise<SignInAttempt> {
  const identity = identityDb(db);
  const account = email.trim().toLowerCase();
  const from = (await isAddressInUse(identity, account, address)) ? address : 'anywhere';
  const [accountKey, addressKey] = [keyOf('account', account, from), keyOf('address', address)];
  await forgetFutureAttempts(identity);
  refuseAbove(mostFromAddress, await countAttempt(identity, addressKey, windowMinutes));
  refuseAbove(mostOnAccount, await countAttempt(identity, accountKey, windowMinutes));
  return {
    succeeded: async () => {
      await forgetAttempts(identity, accountKey);
      await takeAttemptBack(identity, addressKey);
    },
  };
}

function keyOf(kind: string, ...parts: readonly string[]): string {
  return `${kind}|${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

function refuseAbove(most: number, { count, secondsLeft }: Attempts): void {
  if (count > most) throw new AppError('unavailable', 'platform.too_many_requests', { seconds: secondsLeft });
}
