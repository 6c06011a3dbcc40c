// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { type EntryRequest, findEntered, forgetRequestsBefore, isEnteredMeanwhile } from '../../data/entry-requests.repo.ts';
import { dossiersDb } from '../../data/tables.ts';

type Entered = { readonly code: string; readonly dueAt: string | null };

/** Days for which a request is known again. */
const keptDays = 7;

/** Something to enter; `requestId` is made by the sender for each dossier, without one every call enters a dossier. */
type Asked = { readonly unitId: string; readonly requestId?: string | undefined };

/**
 * Enters a dossier once for a request: sent again, as after a lost answer, it answers with what was entered the first time, even where
 * it would be refused by now.
 *
 * @param db no transaction: one that has failed cannot be asked what was entered
 * @param enter checks and enters the dossier, or returns null where the database knows the request
 * @throws AppError `dossiers.request_used_otherwise`, and what `enter` throws
 */
export async function enterOnce<A extends Asked, E extends Entered>(
  db: Db,
  asked: A,
  enter: (request: EntryRequest | undefined) => Promise<E | null>,
): Promise<E | Entered> {
  const entered = await enter(requestOf(asked)).catch(async (error: unknown) => {
    if (isEnteredMeanwhile(error)) return null;
    const before = error instanceof AppError ? await enteredBefore(db, asked).catch(() => undefined) : undefined;
    if (before) return before;
    throw error;
  });
  const known = entered ?? (await enteredBefore(db, asked));
  if (!known) throw new TypeError('a dossier was neither entered nor known from before');
  return known;
}

/**
 * What the same request has entered before; undefined where it is a new one.
 *
 * @throws AppError `dossiers.request_used_otherwise`
 */
export async function enteredBefore<A extends Asked>(db: Db, asked: A): Promise<(Entered & { readonly at: string }) | undefined> {
  const request = requestOf(asked);
  const before = request && (await findEntered(dossiersDb(db), asked.unitId, request.id));
  if (!before) return undefined;
  const { content, ...entered } = before;
  if (!content.equals(request.content)) throw new AppError('conflict', 'dossiers.request_used_otherwise', { code: entered.code });
  return entered;
}

function requestOf<A extends Asked>({ requestId, ...content }: A): EntryRequest | undefined {
  return requestId ? { id: requestId, content: createHash('sha256').update(JSON.stringify(content)).digest() } : undefined;
}

/** A job: requests of the last days are enough. */
export async function forgetEntryRequests(db: Db): Promise<void> {
  await forgetRequestsBefore(dossiersDb(db), keptDays);
}
