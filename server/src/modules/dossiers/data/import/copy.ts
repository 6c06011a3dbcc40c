// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyEnd, copyHeader, stagedColumns } from './row-encoder.ts';
import { workingTable } from './tables.ts';

export type StagingCopy = { write(rows: Uint8Array): Promise<void>; end(): Promise<void>; abort(): Promise<void> };

/** Makes the working table of an import anew; in the transaction of the reading, so that a broken one leaves nothing. */
export async function makeWorkingTable(client: pg.ClientBase, importId: string): Promise<void> {
  const table = workingTable(importId);
  await client.query(`drop table if exists ${table}`);
  await client.query(`create unlogged table ${table} (like dossiers.import_row including defaults) with (autovacuum_enabled = off)`);
}

/** Opens the stream of rows into the working table; the connection takes no other statement until it is ended. */
export async function openStagingCopy(client: pg.ClientBase, importId: string): Promise<StagingCopy> {
  const stream = client.query(copyFrom(`copy ${workingTable(importId)} (${stagedColumns}) from stdin (format binary)`));
  let failure: Error | undefined;
  stream.on('error', (error: Error) => {
    failure = error;
  });
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (failure) throw failure;
    if (bytes.length > 0 && !stream.write(bytes)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    if (failure) throw failure;
  };
  await write(copyHeader);
  return {
    write,
    async end() {
      await write(copyEnd);
      const ended = once(stream, 'finish');
      stream.end();
      await ended;
    },
    async abort() {
      if (stream.destroyed) return;
      const closed = once(stream, 'close');
      stream.destroy();
      await closed.catch(() => undefined);
    },
  };
}
