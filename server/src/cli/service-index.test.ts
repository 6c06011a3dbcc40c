// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { recompute } from './service-index.ts';

const home = mkdtempSync(join(tmpdir(), 'tuongminh-index-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const said: { out: string[]; err: string[] } = { out: [], err: [] };
const io = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) };
beforeEach(() => Object.assign(said, { out: [], err: [] }));

function aFile(...lines: readonly string[]): string {
  const file = join(home, 'rows.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

const progress = '{"group":"progress","metric":"TOTAL_SCORE","inputs":{"totalOnTime":70,"totalReceived":135}}';

test('one answer a row, in order; blank lines and a byte order mark do no harm', async () => {
  const empty = '{"group":"TDGQ","metric":"TOTAL_SCORE","inputs":{}}\r';

  const code = await recompute(aFile(`\uFEFF${progress}`, '', empty, progress, ''), io);

  expect({ code, out: said.out.join(''), err: said.err }).toEqual({
    code: 0,
    out: '{"ratio":51.85,"score":10.37}\n{"ratio":null,"score":null}\n{"ratio":51.85,"score":10.37}\n',
    err: [],
  });
});

test('a wrong line is named with its number, and nothing is answered', async () => {
  const code = await recompute(aFile(progress, '{', '{"group":"progress","metric":"TOTAL_SCORE","inputs":{"totalOnTime":-1}}'), io);

  expect({ code, out: said.out }).toEqual({ code: 2, out: [] });
  expect(said.err.join('')).toMatch(/dòng 2: Dòng này không phải một đối tượng JSON/);
  expect(said.err.join('')).toMatch(/dòng 3: «totalOnTime» phải là số nguyên không âm hoặc null, không phải -1/);
});

test('a file that is not there, and one without rows, end with 2', async () => {
  expect([await recompute(join(home, 'none.jsonl'), io), await recompute(aFile(''), io)]).toEqual([2, 2]);
  expect(said.err.join('')).toMatch(/Không đọc được tệp[\s\S]*không có dòng nào/);
});

test('a metric without a formula gets its ratio, and is told of', async () => {
  const code = await recompute(aFile('{"group":"digitisation","metric":"NEW","inputs":{"numerator":1,"denominator":3}}'), io);

  expect({ code, out: said.out }).toEqual({ code: 0, out: ['{"ratio":33.33,"score":null}\n'] });
  expect(said.err.join('')).toMatch(/Chưa có công thức cho chỉ số «NEW»/);
});
