// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCheckCommand } from './cli.ts';

async function run(name: string, content: string | Buffer, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'claims-cli-')), name);
  writeFileSync(file, content);
  let out = '';
  let err = '';
  const code = await runCheckCommand([file, ...options], { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

it('ends with 1 and says what is wrong when a figure cannot be right', async () => {
  const { code, out } = await run('a.txt', 'Kiểm tra 07/21 xã (đạt 30%).');

  expect(code).toBe(1);
  expect(out).toContain('SAI');
  expect(out).toContain('07/21 là 33,33 %, văn bản ghi 30 %.');
});

it('ends with 0 when the figures agree', async () => {
  expect(await run('a.txt', 'Kiểm tra 05/11 xã (đạt 45,45%).')).toMatchObject({ code: 0, err: '' });
});

it('prints one JSON object with --json', async () => {
  const { out } = await run('a.txt', 'Kiểm tra 07/21 xã (đạt 30%).', '--json');

  expect(JSON.parse(out).claims[0]).toMatchObject({
    kind: 'ratio',
    numerator: 7,
    denominator: 21,
    statedPercent: 30,
    recomputedPercent: 33.3333,
    verdict: 'inconsistent',
  });
});

it('ends with 2 and a Vietnamese reason when the file cannot be read', async () => {
  expect(await run('a.docx', '')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('0 byte') });
  expect(await runCheckCommand(['/no/such/file.txt'], { out: () => undefined, err: () => undefined })).toBe(2);
  expect(await runCheckCommand([], { out: () => undefined, err: () => undefined })).toBe(2);
});
