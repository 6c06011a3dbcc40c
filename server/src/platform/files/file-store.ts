// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';

export type StoredContent = { readonly sha256: string; readonly sizeBytes: number };

/** Contents of files by their SHA-256, each once; a content is never changed and never deleted. */
export type FileStore = {
  /**
   * Keeps a stream durably (written aside, synced, then renamed). `inspect` sees the whole content before it is kept
   * and refuses it by throwing.
   * @throws AppError `platform.file_too_large`, `platform.file_empty`, `platform.disk_full`, `platform.file_store_closed`
   */
  put(content: Readable | Uint8Array, maxBytes: number, inspect?: (path: string) => Promise<void>): Promise<StoredContent>;
  /** @throws AppError `platform.file_missing` */
  get(sha256: string): Promise<Readable>;
  /**
   * Where a content lies, for readers that go to and fro in it; it is never to be changed.
   * @throws AppError `platform.file_missing`
   */
  locate(sha256: string): Promise<string>;
  /** The SHA-256 of every content kept. */
  list(): Promise<string[]>;
  /** A store beside this one for what can be made again and is kept for some days only; neither listed nor backed up. */
  expiring(): ExpiringStore;
};

/** Contents that may be thrown away. */
export type ExpiringStore = Pick<FileStore, 'put' | 'get'> & { discard(sha256: string): Promise<void> };

const expiringFolder = 'expiring';

/** `keepFreeBytes` of the disk are left alone: it may be the database's too, which stops for everybody when nothing is left. */
export function createFileStore(folder: string, { keepFreeBytes = 0 } = {}): FileStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2));

  async function locate(sha256: string): Promise<string> {
    const path = pathOf(sha256);
    await stat(path).catch(() => {
      throw new AppError('not_found', 'platform.file_missing', { sha256 });
    });
    return path;
  }

  return {
    async put(content, maxBytes, inspect) {
      const aside = join(folder, 'incoming', randomUUID());
      try {
        await mkdir(dirname(aside), { recursive: true });
        if (keepFreeBytes > 0 && (await freeBytes(folder)) < keepFreeBytes) throw new AppError('unavailable', 'platform.disk_full');
        const stored = await writeAside(aside, content, maxBytes);
        await inspect?.(aside);
        const path = pathOf(stored.sha256);
        await mkdir(dirname(path), { recursive: true });
        await rename(aside, path);
        return stored;
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined);
        throw refusalOf(error);
      }
    },
    locate,
    get: async (sha256) => createReadStream(await locate(sha256)),
    async list() {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names.map((name) => name.replace(/[/\\]/, '')).filter((name) => /^[0-9a-f]{64}$/.test(name));
    },
    expiring() {
      const beside = join(folder, expiringFolder);
      const { put, get } = createFileStore(beside, { keepFreeBytes });
      return { put, get, discard: (sha256) => rm(join(beside, sha256.slice(0, 2), sha256.slice(2)), { force: true }) };
    },
  };
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function writeAside(path: string, content: Readable | Uint8Array, maxBytes: number): Promise<StoredContent> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let sizeBytes = 0;
  try {
    const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = content instanceof Uint8Array ? [content] : content;
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes)
        throw new AppError('invalid', 'platform.file_too_large', { maxMegabytes: Math.floor(maxBytes / 1_048_576) });
      hash.update(chunk);
      // `write` may take a part only, at the edge of a full disk; this goes on until all is written or refused.
      await file.appendFile(chunk);
    }
    if (sizeBytes === 0) throw new AppError('invalid', 'platform.file_empty');
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new AppError('unavailable', 'platform.disk_full');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('unavailable', 'platform.file_store_closed');
  return error;
}

const dayMs = 86_400_000;

/** Removes what uploads of a killed program left behind; no upload takes a day. */
export async function removeBrokenUploads(folder: string): Promise<void> {
  for (const incoming of [join(folder, 'incoming'), join(folder, expiringFolder, 'incoming')])
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const changed = await stat(path).catch(() => undefined);
      if (changed && Date.now() - changed.mtimeMs > dayMs) await rm(path, { force: true });
    }
}
