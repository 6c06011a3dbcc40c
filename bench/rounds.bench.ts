// SPDX-License-Identifier: Apache-2.0
// A round of 3.321 communes × 100 items through the real routes: what each page asks, how long it takes and how large the answer is, as
// one JSON line each. UNITS and REPEATS change the size.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import { newId } from '../server/src/kernel/ids.ts';
import { scoringModule } from '../server/src/modules/scoring/module.ts';
import { createFileStore } from '../server/src/platform/files/file-store.ts';
import { platformErrors } from '../server/src/platform/http/errors.ts';
import { buildServer } from '../server/src/platform/http/server.ts';
import { createLog } from '../server/src/platform/log/log.ts';
import { createPermissions } from '../server/src/platform/permissions/permissions.ts';
import { openMigrated, percentilesOf, withServer } from './measure.ts';
import { openRoundGround } from './rounds-ground.ts';

const units = Number(process.env['UNITS'] ?? 3_321);
const repeats = Number(process.env['REPEATS'] ?? 12);
const goal = { ms: 500, bytes: 1_000_000 };

await withServer(async (url) => {
  const database = await openMigrated(url, 4);
  const { db } = database;
  const began = performance.now();
  const { rootId, roundId, sheetIds } = await openRoundGround(db, units);
  process.stdout.write(`${sheetIds.length} sheets ready in ${Math.round((performance.now() - began) / 1_000)} s\n`);
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-files-'));
  const module = scoringModule();
  const app = await buildServer({
    db,
    log: createLog('silent'),
    files: createFileStore(folder),
    permissions: createPermissions([module.permissions]),
    errors: { ...platformErrors, ...module.errors },
    routes: module.routes,
    trustedOrigins: [],
    perMinute: 1_000_000,
    resolveActor: async () => ({
      id: newId(),
      name: 'Người tổ chức',
      position: null,
      grants: [{ role: 'par_officer', unitId: rootId, reformFields: null }],
    }),
  });

  async function measure(name: string, path: (index: number) => string, method: 'GET' | 'POST' = 'GET', times = repeats): Promise<void> {
    const taken: number[] = [];
    let bytes = 0;
    for (let index = 0; index < times; index += 1) {
      const from = performance.now();
      const answer = await app.inject({ method, url: `/api/scoring/${path(index)}` });
      // The first warms the program up.
      if (index > 0 || times === 1) taken.push(performance.now() - from);
      if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      bytes = Math.max(bytes, answer.rawPayload.length);
    }
    const { p50, p95 } = percentilesOf(taken);
    process.stdout.write(`${JSON.stringify({ what: name, p50: Math.round(p50), p95: Math.round(p95), bytes })}\n`);
    if (method === 'GET' && (p95 > goal.ms || bytes > goal.bytes)) process.exitCode = 1;
  }

  try {
    const sheetOf = (index: number): string => sheetIds[(index * 7_919) % sheetIds.length] ?? '';
    await measure('one sheet', (index) => `round-units/${sheetOf(index)}`);
    await measure('round page', () => `rounds/${roundId}`);
    await measure('ranking', () => `rounds/${roundId}/ranking`);
    await measure('queue, first page', () => `rounds/${roundId}/queue?limit=200`);
    await measure('queue of one unit', (index) => `rounds/${roundId}/queue?limit=200&sheetId=${sheetOf(index)}`);
    await measure('flagged evidence', (index) => `rounds/${roundId}/flagged-evidence?offset=${index * 50}&limit=50`);
    await measure('my work, organiser', () => 'my-work');
    await measure('fill-system, first', () => `rounds/${roundId}/fill-system`, 'POST', 1);
    await measure('fill-system, nothing new', () => `rounds/${roundId}/fill-system`, 'POST', 4);
    await sql`update scoring.round set phase = 'explanation'`.execute(db);
    await measure('queue of objections', () => `rounds/${roundId}/queue?limit=200`);
    await measure('round page with objections', () => `rounds/${roundId}`);
  } finally {
    // What fill-system added goes, so that a kept database measures the same again.
    await sql`update scoring.round set phase = 'appraisal'`.execute(db);
    await sql`alter table scoring.score disable trigger user`.execute(db);
    await sql`delete from scoring.score where stage = 'system'`.execute(db);
    await sql`alter table scoring.score enable trigger user`.execute(db);
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
