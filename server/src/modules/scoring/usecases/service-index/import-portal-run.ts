// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { readPortalRun } from '#modules/dossiers';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { type IndexImport, importIndexAnswer } from './import-answer.ts';

/**
 * Adds the rows of every answer that a run of the portal connector kept; answers that were added before are passed over, so
 * that a run which went on later can be read again.
 *
 * @throws AppError `platform.not_found`, and those of `importIndexAnswer`
 */
export async function importPortalRun(db: Db, files: FileStore, actor: Actor, scope: UnitScope, runId: string): Promise<IndexImport[]> {
  const { unitId, responses } = await readPortalRun(db, scope, runId);
  const done: IndexImport[] = [];
  for (const { position, path, request, sha256, receivedAt } of responses) {
    const pieces: Buffer[] = [];
    for await (const piece of await files.get(sha256)) pieces.push(piece);
    done.push(
      await importIndexAnswer(db, files, actor, scope, {
        name: `${path.split('/').at(-1)} ${position}`,
        content: Buffer.concat(pieces),
        unitId,
        request,
        asOf: todayInVietnam(new Date(receivedAt)),
        portalRun: { id: runId, position },
      }),
    );
  }
  return done;
}
