// SPDX-License-Identifier: Apache-2.0
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { verifyAudit } from '#platform/audit/audit';
import { auditLines } from '#platform/audit/export';
import { loadConfig } from '#platform/config/config';
import { type Db, openDatabase } from '#platform/db/db';
import { runningDatabase } from '#platform/db/embedded/running-database';
import { resolveDatabase } from '#platform/db/resolve-database';
import { createLog } from '#platform/log/log';

type Io = { out(text: string): void; err(text: string): void };

/** Recomputes the audit chain; 0 intact, 1 broken. */
export async function verify(io: Io): Promise<number> {
  return withDatabase(async (db) => {
    const verdict = await verifyAudit(db);
    if (verdict.intact) {
      io.out(`Nhật ký nguyên vẹn: ${verdict.entries} dòng, mã băm cuối ${verdict.headHash}\n`);
      return 0;
    }
    io.out(`Nhật ký KHÔNG nguyên vẹn: sai từ dòng ${verdict.brokenAt} (${verdict.reason}); ${verdict.entries} dòng trước đó đúng.\n`);
    return 1;
  });
}

/** Writes the chain as NDJSON, one entry a line, in the order and with the values that are hashed. */
export async function exportTo(file: string, io: Io): Promise<number> {
  return withDatabase(async (db) => {
    await pipeline(auditLines(db), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    io.out(`Đã xuất nhật ký ra ${file}\n`);
    return 0;
  });
}

/** The database of the program that runs on the data folder, or one started for the moment. */
async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env);
  const attached = config.databaseUrl ?? (await runningDatabase(config.dataDir));
  const server = attached
    ? null
    : await resolveDatabase({ databaseUrl: undefined, dataDir: config.dataDir, log: createLog(config.logLevel) });
  const database = openDatabase(attached ?? server?.url ?? '', { max: 1 });
  try {
    return await work(database.db);
  } finally {
    await database.close();
    await server?.stop();
  }
}
