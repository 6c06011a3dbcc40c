// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { Log } from '#platform/log/log';
import { resumeImports, takeWorkFailures } from './runner.ts';

/** Takes up what a killed program left, and logs what went wrong in the background for another reason than the file. */
export async function resumeInterruptedImports(db: Db, log: Log, files: FileStore): Promise<void> {
  for (const error of takeWorkFailures()) log.error({ err: error }, 'import broke');
  await resumeImports(db, files);
}
