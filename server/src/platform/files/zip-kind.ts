// SPDX-License-Identifier: Apache-2.0
import yauzl from 'yauzl';

const mostEntries = 20_000;
const mostUnpackedBytes = 1_073_741_824;
const suspectedUnpackedBytes = 67_108_864;
const suspectedRatio = 200;

export type ZipKind = 'docx' | 'xlsx' | 'other' | 'protected' | 'too_large' | 'damaged';

type Seen = { entries: number; packed: number; unpacked: number; protected: boolean; names: Set<string> };

const telling = new Set(['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml', 'word/vbaProject.bin', 'xl/vbaProject.bin']);

/** Reads only the directory of a zip file: which Office document it is, or why it cannot be accepted. Nothing is unpacked. */
export async function zipKind(path: string): Promise<ZipKind> {
  let seen: Seen | 'too_large';
  try {
    seen = await readDirectory(path);
  } catch {
    return 'damaged';
  }
  if (seen === 'too_large') return 'too_large';
  if (seen.protected) return 'protected';
  // Macros are programs; .docm and .xlsm stay outside also when they are renamed.
  const { names } = seen;
  if (!names.has('[Content_Types].xml') || names.has('word/vbaProject.bin') || names.has('xl/vbaProject.bin')) return 'other';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : 'other';
}

function readDirectory(path: string): Promise<Seen | 'too_large'> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error) return reject(error);
      const seen: Seen = { entries: 0, packed: 0, unpacked: 0, protected: false, names: new Set() };
      zip.on('error', reject);
      zip.on('end', () => resolve(seen));
      zip.on('entry', (entry: yauzl.Entry) => {
        seen.entries += 1;
        seen.packed += entry.compressedSize;
        seen.unpacked += entry.uncompressedSize;
        seen.protected ||= entry.isEncrypted();
        if (telling.has(entry.fileName)) seen.names.add(entry.fileName);
        if (isTooLarge(seen)) {
          zip.close();
          return resolve('too_large');
        }
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function isTooLarge(seen: Seen): boolean {
  return (
    seen.entries > mostEntries ||
    seen.unpacked > mostUnpackedBytes ||
    (seen.unpacked > suspectedUnpackedBytes && seen.unpacked > suspectedRatio * seen.packed)
  );
}
