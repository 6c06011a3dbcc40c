// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { accountDisabled, addressHeader } from './authentication-options.ts';
import type { AccountRow } from './data/accounts.repo.ts';
import { checkPassword } from './domain/password.ts';
import { notePasswordChanged } from './usecases/change-own-password.ts';
import { limitSignIn } from './usecases/limit-sign-in.ts';

/**
 * What of better-auth is open. Everything else it could do (people renaming themselves past the log, lists of sessions,
 * sign-in by other providers) stays closed, also what its next version adds.
 */
const doors: Readonly<Record<string, 'anybody' | 'settled'>> = {
  '/sign-in/email': 'anybody',
  '/sign-out': 'anybody',
  '/change-password': 'anybody',
  '/two-factor/verify-totp': 'anybody',
  '/two-factor/verify-backup-code': 'anybody',
  // Only for those whose password is their own already.
  '/two-factor/enable': 'settled',
  '/two-factor/disable': 'settled',
  '/two-factor/generate-backup-codes': 'settled',
};

type Knock = {
  readonly db: Db;
  readonly request: Request;
  readonly holderOf: (headers: Headers) => Promise<AccountRow | undefined>;
  /** better-auth itself. */
  readonly answer: (request: Request) => Promise<Response>;
};

/**
 * Answers one request to `/api/auth/*`: the open doors only, with the product's own rules about passwords around them.
 *
 * @throws AppError `platform.not_found`, `platform.unauthenticated`, `identity.password_change_needed`, `identity.account_disabled`,
 * `identity.password_weak`, `identity.password_unchanged`, `platform.too_many_requests`
 */
export async function answerSignIn(knock: Knock): Promise<Response> {
  const path = new URL(knock.request.url).pathname.replace(/^\/api\/auth/, '');
  const door = knock.request.method === 'POST' ? doors[path] : undefined;
  if (!door) throw new AppError('not_found', 'platform.not_found');
  if (path === '/change-password') return changePassword(knock);
  if (door === 'settled' && (await knock.holderOf(knock.request.headers))?.mustChangePassword)
    throw new AppError('forbidden', 'identity.password_change_needed');
  if (path === '/sign-in/email') return signIn(knock);
  return withoutToken(await knock.answer(knock.request));
}

const SignIn = z.object({ email: z.string().max(1_000) });

async function signIn({ db, request, answer }: Knock): Promise<Response> {
  const body = SignIn.safeParse(
    await request
      .clone()
      .json()
      .catch(() => undefined),
  );
  if (!body.success) throw new AppError('invalid', 'platform.unreadable');
  const attempt = await limitSignIn(db, body.data.email, request.headers.get(addressHeader) ?? '');
  const answered = await answer(request);
  if (answered.ok) await attempt.succeeded();
  return withoutToken(answered);
}

const PasswordChange = z.object({ currentPassword: z.string().max(1_000), newPassword: z.string().max(1_000) });

async function changePassword({ db, request, holderOf, answer }: Knock): Promise<Response> {
  const account = await holderOf(request.headers);
  if (!account || account.disabledAt) throw new AppError('unauthenticated', 'platform.unauthenticated');
  const body = PasswordChange.safeParse(await request.json().catch(() => undefined));
  if (!body.success) throw new AppError('invalid', 'platform.unreadable');
  const { currentPassword, newPassword } = body.data;
  checkPassword(newPassword, account.email);
  if (newPassword === currentPassword) throw new AppError('invalid', 'identity.password_unchanged');
  // Whoever knew the old password is out: all other sessions end with it.
  const passed = JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true });
  const answered = await answer(new Request(request.url, { method: 'POST', headers: withoutLength(request.headers), body: passed }));
  if (answered.ok) await notePasswordChanged(db, account.id);
  return withoutToken(answered);
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-length');
  return kept;
}

/** The session's secret travels in the HTTP-only cookie; scripts of a page have no use for it. */
async function withoutToken(answer: Response): Promise<Response> {
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null) return answer;
  if ('code' in body && body.code === accountDisabled) throw new AppError('forbidden', 'identity.account_disabled');
  if (!('token' in body)) return answer;
  const { token: _secret, ...rest } = body;
  return new Response(JSON.stringify(rest), { status: answer.status, headers: withoutLength(answer.headers) });
}
