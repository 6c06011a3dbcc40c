// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { type BasisCandidate, countBases, selectBasisCandidates } from '../data/bases.repo.ts';
import { documentsDb } from '../data/tables.ts';
import type { Reach } from './read-documents.ts';

/**
 * Documents that may be named as a legal basis: those of the own units, and what units above them issued. Of the latter
 * one learns number, date, issuer and subject, as anyone who reads the citation does; the sheet and its files stay shut.
 */
export async function listLegalBases(
  db: Db,
  scope: Reach,
  input: { readonly search?: string | undefined; readonly until?: Day | undefined; readonly limit: number },
): Promise<{ rows: BasisCandidate[] }> {
  return { rows: await selectBasisCandidates(documentsDb(db), scope, input) };
}

/** How many of the documents may be named as a legal basis from within a scope; for modules that cite documents themselves. */
export async function countLegalBases(db: Db, scope: Reach, ids: readonly string[]): Promise<number> {
  return countBases(documentsDb(db), scope, ids);
}
