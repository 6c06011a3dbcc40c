// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createFileStore, removeBrokenUploads } from './file-store.ts';

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

// A disk that fills up in the middle of a write takes a part of it without an error; only the next write is refused.
test.skipIf(process.platform === 'win32')('a content that does not fit on the disk whole is refused, never kept cut off', () => {
  const program = fileURLToPath(new URL('../../../test/programs/store-until-full.ts', import.meta.url));
  const place = join(folder, 'full');
  mkdirSync(place);

  const answer = execFileSync(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f 4096; exec "$0" "$@"`, process.execPath, '--conditions=development', '--import', 'tsx', program, place],
    { encoding: 'utf8' },
  );

  expect(answer.trim()).toBe('platform.disk_full');
  expect(readdirSync(place)).toEqual(['incoming']);
  expect(readdirSync(join(place, 'incoming'))).toEqual([]);
});

test('uploads stop before the disk is full, so that the database goes on', async () => {
  const place = join(folder, 'reserved');
  const careful = createFileStore(place, { keepFreeBytes: Number.MAX_SAFE_INTEGER });

  await expect(careful.put(Buffer.from('chữ'), 1_000)).rejects.toMatchObject({ code: 'platform.disk_full' });

  expect(readdirSync(join(place, 'incoming'))).toEqual([]);
  await expect(createFileStore(place, { keepFreeBytes: 1 }).put(Buffer.from('chữ'), 1_000)).resolves.toMatchObject({
    sizeBytes: Buffer.byteLength('chữ'),
  });
});

test('what a killed program left of uploads is removed after a day', async () => {
  const [old, fresh] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'fresh')];
  for (const path of [old, fresh]) writeFileSync(path, 'nửa tệp');
  utimesSync(old, new Date('2022-09-14'), new Date('2022-09-14'));

  await removeBrokenUploads(folder);

  expect(readdirSync(join(folder, 'incoming'))).toEqual(['fresh']);
  rmSync(fresh);
});
