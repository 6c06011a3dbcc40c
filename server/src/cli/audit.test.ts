// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { recordAudit, verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../test/database.ts';
import { verify } from './audit.ts';

const { db, url } = await aDatabase();
const home = mkdtempSync(join(tmpdir(), 'tuongminh-audit-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const said: string[] = [];
const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
beforeEach(() => {
  said.length = 0;
  vi.stubEnv('TUONGMINH_DATA', home);
  vi.stubEnv('DATABASE_URL', url);
});

async function headAfterOneMore(): Promise<string> {
  await inTransaction(db, (tx) => recordAudit(tx, systemActor, { action: 'test.noted', subject: ['note', '1'], unitId: null }));
  const verdict = await verifyAudit(db);
  return verdict.intact ? verdict.headHash : '';
}

test('an end that was cut off with its head leaves a whole chain, and the hash noted elsewhere tells it', async () => {
  await headAfterOneMore();
  const kept = await headAfterOneMore();
  const cut = await headAfterOneMore();
  const whole = [await verify(io, kept), await verify(io, cut.toUpperCase())];
  await sql`set session_replication_role = replica; delete from audit.entry where sequence = 3;
    update audit.head set sequence = 2, hash = ${sql.lit(kept)}; set session_replication_role = origin`.execute(db);

  const after = [await verify(io), await verify(io, kept), await verify(io, cut)];

  expect([...whole, ...after]).toEqual([0, 0, 0, 0, 1]);
  expect(said.at(-1)).toContain('KHÔNG có trong nhật ký');
});

test('a row changed by somebody with the keys of the database is named', async () => {
  await sql`set session_replication_role = replica; update audit.entry set actor_name = 'Người khác' where sequence = 1;
    set session_replication_role = origin`.execute(db);

  expect(await verify(io)).toBe(1);
  expect(said.join('')).toContain('sai từ dòng 1');
});
