// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { violatedConstraint } from '#platform/db/db';
import type { DossiersDb } from './tables.ts';

/** A request to enter a dossier as its sender tells it apart, and the SHA-256 of what it asks for. */
export type EntryRequest = { readonly id: string; readonly content: Buffer };

export type EnteredBefore = { readonly code: string; readonly dueAt: string | null; readonly at: string; readonly content: Buffer };

/** What a request has entered; undefined where nothing is kept of it. */
export async function findEntered(db: DossiersDb, unitId: string, requestId: string): Promise<EnteredBefore | undefined> {
  const { rows } = await sql<EnteredBefore>`
    select code, due_at as "dueAt", at, content from dossiers.entry_request where unit_id = ${unitId} and request_id = ${requestId}`.execute(
    db,
  );
  return rows[0];
}

/** Whether a statement failed because another one entered the same request meanwhile. */
export function isEnteredMeanwhile(error: unknown): boolean {
  return violatedConstraint(error) === 'entry_request_pkey';
}

/** Forgets requests from before some days; nobody sends them again. */
export async function forgetRequestsBefore(db: DossiersDb, days: number): Promise<void> {
  await sql`delete from dossiers.entry_request where at < now() - ${days} * interval '1 day'`.execute(db);
}
