// SPDX-License-Identifier: Apache-2.0
// Prints the structure that the migrations make, from a database that lives for this moment only.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openDatabase } from '../../server/src/platform/db/db.ts';
import { describeSchema } from '../../server/src/platform/db/describe-schema.ts';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/start-embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createLog } from '../../server/src/platform/log/log.ts';
import { root } from './run.mjs';

const log = createLog('silent');
const migrations = join(root, 'server', 'migrations');
const dataDir = mkdtempSync(join(tmpdir(), 'tuongminh-schema-'));
chmodSync(dataDir, 0o755);
const server = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' } });
const database = openDatabase(server.url);
try {
  await migrate(database.pool, migrations, log);
  const last = readdirSync(migrations).sort().at(-1);
  process.stdout.write(`-- The structure after ${last}, for reading; written by scripts/generate.mjs, run by nobody.\n\n`);
  process.stdout.write(await describeSchema(database.pool));
} finally {
  await database.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
