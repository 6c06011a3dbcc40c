// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** One line of the audit log as it is hashed; `at` is an instant in UTC with microseconds, `data` exact JSON text. */
export type AuditEntry = {
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly data: string;
};

/** Hash before the first entry. */
export const originHash = '0'.repeat(64);

/**
 * Hash of an entry: SHA-256 (FIPS 180-4) over the JSON array of its previous hash and its nine values, in this order.
 * A program of ten lines in any language can compute it again; see `docs/operations/audit.md`.
 */
export function entryHash(previousHash: string, entry: AuditEntry): string {
  const line = JSON.stringify([
    previousHash,
    entry.sequence,
    entry.at,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.unitId,
    entry.data,
  ]);
  return createHash('sha256').update(line, 'utf8').digest('hex');
}
