// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { createFileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = createFileStore(folder);

const read = async (sha256: string): Promise<string> => Buffer.concat(await (await store.get(sha256)).toArray()).toString('utf8');

test('keeps a content under its SHA-256 and gives it back', async () => {
  const { sha256, sizeBytes } = await store.put(Readable.from([Buffer.from('Biên bản '), Buffer.from('làm việc')]), 1_000);

  expect(sha256).toBe(createHash('sha256').update('Biên bản làm việc').digest('hex'));
  expect(sizeBytes).toBe(Buffer.byteLength('Biên bản làm việc'));
  expect(await read(sha256)).toBe('Biên bản làm việc');
});

test('the same content twice is one file', async () => {
  const [one, two] = await Promise.all([store.put(Buffer.from('một'), 100), store.put(Buffer.from('một'), 100)]);

  expect(one).toEqual(two);
  expect(await read(one.sha256)).toBe('một');
});

test.each([
  ['an empty content', Buffer.alloc(0), 'platform.file_empty'],
  ['a content over the limit', Buffer.alloc(2_000_000), 'platform.file_too_large'],
])('refuses %s and leaves nothing behind', async (_name, content, code) => {
  await expect(store.put(content, 1_048_576)).rejects.toMatchObject({ code });

  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('a stream that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('nửa chừng');
      throw new Error('mất kết nối');
    })(),
  );

  await expect(store.put(broken, 1_000)).rejects.toThrow('mất kết nối');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('names a content that is not there', async () => {
  await expect(store.get('0'.repeat(64))).rejects.toMatchObject({ code: 'platform.file_missing' });
});
