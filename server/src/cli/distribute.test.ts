// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { aDatabase } from '../../test/database.ts';
import { distributeTables } from './distribute.ts';

const { pool, url } = await aDatabase();
const isCluster = inject('databaseServer').dataNodes.length > 0;
const home = mkdtempSync(join(tmpdir(), 'tuongminh-distribute-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const said: string[] = [];
const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
beforeEach(() => {
  said.length = 0;
  vi.stubEnv('TUONGMINH_DATA', home);
  vi.stubEnv('DATABASE_URL', url);
});

test('without the extension the command says in words why nothing was spread; on a cluster it finds everything done', async () => {
  const tables = "select count(*)::int as count from pg_class where relkind = 'r'";
  const before = (await pool.query(tables)).rows;

  const code = await distributeTables({}, io);

  expect(code).toBe(isCluster ? 0 : 1);
  expect(said.join('')).toContain(isCluster ? 'đã được chia từ trước' : 'chưa cài phần mở rộng Citus');
  expect((await pool.query(tables)).rows).toEqual(before);
});

test.each([0, -4, 1.5, Number.NaN, 5_000])('%s parts are refused before anything is done', async (parts) => {
  expect(await distributeTables({ parts }, io)).toBe(1);

  expect(said.join('')).toContain('số nguyên từ 1 đến 1.024');
});
