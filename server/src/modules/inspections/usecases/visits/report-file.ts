// SPDX-License-Identifier: Apache-2.0
import { type Claim, readReportText } from '#modules/claims';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import { openVisit, type Scope } from '../access/open-round.ts';
import { handInReport } from './unit-report.ts';

/**
 * The unit's report as a file: kept as it is, its text read and its numeric claims recomputed.
 *
 * @throws AppError those of `handInReport`, of `storeFile` and of `readReportText`
 */
export async function handInReportFile(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: { readonly version: number; readonly name: string; readonly bytes: Uint8Array },
): Promise<{ claims: readonly Claim[] }> {
  const { visit } = await openVisit(db, actor, scope, visitId);
  const text = await readReportText(input.bytes, input.name);
  return inTransaction(db, async (tx) => {
    const file = await storeFile(tx, actor, files, { name: input.name, unitId: visit.unitId, content: input.bytes });
    return handInReport(tx, actor, scope, visitId, { version: input.version, text, fileId: file.id });
  });
}
