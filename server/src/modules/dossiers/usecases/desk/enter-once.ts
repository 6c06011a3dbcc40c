// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { type EntryRequest, findEntered, forgetRequestsBefore, isEnteredMeanwhile } from '../../data/entry-requests.repo.ts';
import { dossiersDb } from '../../data/tables.ts';

type Entered = { readonly code: string; readonly dueAt: string | null };

/** Days for which a request is known again. */
const keptDays = 7;

/**
 * Enters a dossier once for a request: sent again, as after a lost answer, it answers with what was entered the first time.
 *
 * @param asked `requestId` is made by the sender for each dossier; without one every call enters a dossier
 * @param enter enters the dossier, or returns null where the database knows the request
 * @throws AppError `dossiers.request_used_otherwise`, and what `enter` throws
 */
export async function enterOnce<A extends { readonly unitId: string; readonly requestId?: string | undefined }>(
  db: Db,
  asked: A,
  enter: (request: EntryRequest | undefined) => Promise<Entered | null>,
): Promise<Entered> {
  const { requestId, ...content } = asked;
  const request = requestId ? { id: requestId, content: createHash('sha256').update(JSON.stringify(content)).digest() } : undefined;
  const entered = await enter(request).catch((error: unknown) => {
    if (isEnteredMeanwhile(error)) return null;
    throw error;
  });
  if (entered) return entered;
  const before = request && (await findEntered(dossiersDb(db), asked.unitId, request.id));
  if (!before) throw new TypeError('a dossier was neither entered nor known from before');
  const { code, dueAt } = before;
  if (!before.content.equals(request.content)) throw new AppError('conflict', 'dossiers.request_used_otherwise', { code });
  return { code, dueAt };
}

/** A job: requests of the last days are enough. */
export async function forgetEntryRequests(db: Db): Promise<void> {
  await forgetRequestsBefore(dossiersDb(db), keptDays);
}
