// SPDX-License-Identifier: Apache-2.0
import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'htmlparser2';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { createNesting } from './nesting.ts';
import { tidyLines } from './read-html.ts';
import { MAX_UNPACKED_BYTES, refusal } from './refuse.ts';

const DOCUMENT = 'word/document.xml';
const MAX_ENTRIES = 5_000;
/** Word's XML shrinks about tenfold; a bomb a thousandfold. */
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 2 * 1_048_576;

/**
 * The text of a Word document; sizes are counted while inflating, whatever the archive declares.
 *
 * @throws AppError `claims.file_unreadable`, `claims.file_encrypted`, `claims.file_too_large`, `claims.file_too_deep`, `claims.file_type_unknown`
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await openZip(bytes);
  try {
    const entry = await findDocument(zip);
    if (entry === undefined) throw refusal('claims.file_type_unknown');
    if ((entry.generalPurposeBitFlag & 1) === 1) throw refusal('claims.file_encrypted');
    return await readDocument(zip, entry);
  } finally {
    zip.close();
  }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error || zip === undefined) reject(refusal('claims.file_unreadable'));
      else resolve(zip);
    });
  });
}

function findDocument(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    let count = 0;
    zip.on('entry', (entry: Entry) => {
      count += 1;
      if (entry.fileName === DOCUMENT) resolve(entry);
      else if (count > MAX_ENTRIES) reject(refusal('claims.file_too_large'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(undefined));
    zip.on('error', () => reject(refusal('claims.file_unreadable')));
    zip.readEntry();
  });
}

function readDocument(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || stream === undefined) return reject(refusal('claims.file_unreadable'));
      const decoder = new StringDecoder('utf8');
      const document = createDocumentParser();
      let unpacked = 0;
      stream.on('data', (chunk: Buffer) => {
        unpacked += chunk.length;
        const isBomb = unpacked > RATIO_FREE_BYTES && unpacked > MAX_RATIO * Math.max(1, entry.compressedSize);
        try {
          if (unpacked > MAX_UNPACKED_BYTES || isBomb) throw refusal('claims.file_too_large');
          document.write(decoder.write(chunk));
        } catch (refused) {
          reject(refused);
          stream.destroy();
        }
      });
      stream.on('end', () => {
        const text = document.end();
        return text === undefined ? reject(refusal('claims.file_unreadable')) : resolve(text);
      });
      stream.on('error', () => reject(refusal('claims.file_unreadable')));
    });
  });
}

/** Paragraphs become lines, rows of tables lines with "|"; deleted text and field codes stay out. */
function createDocumentParser(): { write: (xml: string) => void; end: () => string | undefined } {
  const pieces: string[] = [];
  let textDepth = 0;
  let cellDepth = 0;
  let isComplete = false;
  const nesting = createNesting();
  const parser = new Parser(
    {
      onopentag(name) {
        nesting.open();
        if (name === 'w:t') textDepth += 1;
        else if (name === 'w:tab') pieces.push(' ');
        else if (name === 'w:br' || name === 'w:cr') pieces.push(cellDepth > 0 ? ' ' : '\n');
        else if (name === 'w:noBreakHyphen') pieces.push('-');
        else if (name === 'w:tc') cellDepth += 1;
      },
      onclosetag(name, isImplied) {
        nesting.close();
        if (name === 'w:t') textDepth -= 1;
        else if (name === 'w:p') pieces.push(cellDepth > 0 ? ' ' : '\n');
        else if (name === 'w:tr') pieces.push('\n');
        else if (name === 'w:tc') {
          cellDepth -= 1;
          pieces.push(' | ');
        } else if (name === 'w:document') isComplete = !isImplied;
      },
      ontext(text) {
        if (textDepth > 0) pieces.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    write: (xml) => parser.write(xml),
    end: () => {
      parser.end();
      return isComplete ? tidyLines(pieces.join('')) : undefined;
    },
  };
}
