// SPDX-License-Identifier: Apache-2.0
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#kernel/app-error';

/** Gives the content of a file of a package, undefined where it has none of that name; an archive names all that it holds. */
export type PackageReader = ((path: string) => Promise<Buffer | undefined>) & { readonly names?: readonly string[] };

const mostFileBytes = 512 * 1_048_576;
const mostEntries = 10_000;

/**
 * Opens a package: a .zip as it was downloaded, or the folder that it was unpacked into.
 *
 * @throws AppError `scoring.package_unreadable`
 */
export async function openDataPackage(path: string): Promise<PackageReader> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory())
    return (name) => (isInside(name) ? readFile(join(path, name)).catch(() => undefined) : Promise.resolve(undefined));
  if (!found?.isFile() || found.size > mostFileBytes) throw unreadable(path);
  const files = await unzip(path).catch(() => Promise.reject(unreadable(path)));
  return Object.assign((name: string) => Promise.resolve(files.get(name)), { names: [...files.keys()] });
}

const unreadable = (place: string): AppError => new AppError('invalid', 'scoring.package_unreadable', { place });
const isInside = (name: string): boolean => !isAbsolute(name) && !normalize(name).startsWith('..');

async function unzip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  try {
    const files = new Map<string, Buffer>();
    let left = mostFileBytes;
    for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
      left -= entry.uncompressedSize;
      // Of two files of one name some programs show the first, others the last.
      if (left < 0 || files.size >= mostEntries || files.has(entry.fileName)) throw unreadable(path);
      files.set(entry.fileName, await content(zip, entry));
    }
    return files;
  } finally {
    zip.close();
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      for (const name of ['entry', 'end', 'error']) zip.removeAllListeners(name);
      end();
    };
    zip.once('entry', (entry: Entry) => done(() => resolve(entry)));
    zip.once('end', () => done(() => resolve(undefined)));
    zip.once('error', (error: Error) => done(() => reject(error)));
    zip.readEntry();
  });
}

// yauzl stops where a part turns out longer than its directory says.
function content(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => resolve(Buffer.concat(pieces)));
      stream.on('error', reject);
    });
  });
}
