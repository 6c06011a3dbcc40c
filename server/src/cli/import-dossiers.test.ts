// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase } from '../../test/database.ts';
import { aProcedure } from '../../test/factories/procedure.ts';
import { aUnit } from '../../test/factories/unit.ts';
import { type ImportOptions, importDossiers } from './import-dossiers.ts';

const { db, url } = await aDatabase();
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id });
const procedure = await aProcedure(db, { unitId: province.id });
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-import-cli-'));
const before = { url: process.env['DATABASE_URL'], data: process.env['TUONGMINH_DATA'] };

beforeAll(() => {
  process.env['DATABASE_URL'] = url;
  process.env['TUONGMINH_DATA'] = folder;
});
afterAll(() => {
  for (const [name, value] of [
    ['DATABASE_URL', before.url],
    ['TUONGMINH_DATA', before.data],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function run(content: string, options: ImportOptions = {}) {
  const file = join(folder, 'ho-so.csv');
  writeFileSync(file, content);
  const [out, err]: string[][] = [[], []];
  const code = await importDossiers(file, options, { out: (text) => void out?.push(text), err: (text) => void err?.push(text) });
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dossiers.dossier`.execute(db);
  return { code, out: out?.join(''), err: err?.join('') ?? '', dossiers: rows[0]?.count };
}

const header = 'Mã hồ sơ;Đơn vị;Mã TTHC;Trạng thái;Người nộp;Ngày tiếp nhận';
const row = (code: string, unit = commune.code): string => `${code};${unit};${procedure.code};4;Lò Văn Ánh;14/09/2022 15:30`;

test('a file whose rows are all right is written; the same once more changes nothing', async () => {
  const file = `${header}\n${row('H18-01-0001')}\n${row('H18-01-0002')}`;

  expect(await run(file, { dryRun: true })).toMatchObject({ code: 0, dossiers: 0, out: expect.stringContaining('2 dòng đúng') });
  expect(await run(file)).toMatchObject({ code: 0, dossiers: 2, out: expect.stringContaining('Đã ghi: 2 hồ sơ mới') });
  expect(await run(file)).toMatchObject({ code: 0, dossiers: 2, out: expect.stringContaining('2 không đổi') });
});

test('rows with faults keep everything back, unless the good rows are asked for', async () => {
  const file = `${header}\n${row('H18-02-0001')}\n${row('H18-02-0002', 'không có')}`;

  const all = await run(file);
  const good = await run(file, { goodRows: true });

  expect(all).toMatchObject({ code: 1, dossiers: 2 });
  expect(all.err).toContain('ho-so.csv: dòng 3, cột Đơn vị «không có»: Không có đơn vị nào mang mã hoặc tên này.');
  expect(good).toMatchObject({ code: 1, dossiers: 3, out: expect.stringContaining('1 dòng lỗi bỏ lại') });
});

test('what is no table of dossiers, is not there or lacks columns ends with 2 and says why', async () => {
  expect(await run('%PDF-1.7')).toMatchObject({ code: 2, err: expect.stringContaining('không phải .csv') });
  expect(await run('Mã hồ sơ;Người nộp;Trạng thái\n1;2;3')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Thiếu cột Đơn vị tiếp nhận, Mã thủ tục'),
  });
  expect(await run(`${header}\n`, { unit: 'KHONG' })).toMatchObject({ code: 2 });
  expect(await importDossiers(join(folder, 'khong-co.csv'), {}, { out: () => undefined, err: () => undefined })).toBe(2);
});
