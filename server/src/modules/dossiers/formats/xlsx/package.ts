// SPDX-License-Identifier: Apache-2.0
import { pipeline, type Readable, Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { AppError } from '#kernel/app-error';

/** The parts of a workbook's zip file, opened one at a time. */
export type WorkbookPackage = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked content of a part. */
  open(name: string): Promise<Readable>;
  text(name: string): Promise<string>;
  close(): void;
};

const mostEntries = 20_000;
const mostUnpackedBytes = 2 * 1_073_741_824;
const suspectedUnpackedBytes = 100 * 1_048_576;
const suspectedRatio = 150;
const mostTextBytes = 64 * 1_048_576;

/**
 * Opens a zip file by its directory. What unpacks to far more than any table does is refused before anything is unpacked, and
 * a part that turns out longer than its directory says is refused while it is unpacked.
 *
 * @throws AppError `dossiers.import_damaged`, `dossiers.import_protected`, `dossiers.import_unpacks_too_large`
 */
export async function openPackage(path: string): Promise<WorkbookPackage> {
  const zip = await openZip(path).catch(() => Promise.reject(damaged()));
  try {
    const entries = await readEntries(zip);
    const open = (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      return entry ? openEntry(zip, entry) : Promise.reject(damaged());
    };
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      open,
      text: async (name) => {
        if ((entries.get(name)?.uncompressedSize ?? 0) > mostTextBytes) throw new AppError('invalid', 'dossiers.import_unpacks_too_large');
        const pieces: Buffer[] = [];
        for await (const piece of await open(name)) pieces.push(piece);
        return new TextDecoder().decode(Buffer.concat(pieces));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export function damaged(): AppError {
  return new AppError('invalid', 'dossiers.import_damaged');
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function readEntries(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    let [packed, unpacked] = [0, 0];
    zip.on('error', () => reject(damaged()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted()) return reject(new AppError('invalid', 'dossiers.import_protected'));
      const suspected = unpacked > suspectedUnpackedBytes && unpacked > suspectedRatio * packed;
      if (entries.size >= mostEntries || unpacked > mostUnpackedBytes || suspected)
        return reject(new AppError('invalid', 'dossiers.import_unpacks_too_large'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const pieceBytes = 262_144;

/** Unpacks a part in pieces larger than usual, and stops where it turns out longer than its directory says. */
async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  const isPacked = entry.compressionMethod === 8;
  const raw = await rawEntry(zip, entry, isPacked);
  if (!isPacked) return raw;
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  let left = entry.uncompressedSize;
  const measured = new Transform({
    transform(piece: Buffer, _encoding, done) {
      left -= piece.length;
      if (left < 0) done(damaged());
      else done(null, piece);
    },
    flush: (done) => done(left === 0 ? null : damaged()),
  });
  // Errors of every step reach whoever reads the last one.
  pipeline(raw, inflate, measured, () => undefined);
  return measured;
}

function rawEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, isPacked: boolean): Promise<Readable> {
  const options = { decompress: isPacked ? false : null, decrypt: null, start: null, end: null };
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, options, (error, stream) => (error ? reject(damaged()) : resolve(stream)));
  });
}
