// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '#kernel/app-error';
import { extensionOf } from './file-name.ts';
import { type FileKind, fileTypes } from './file-types.ts';
import { zipKind } from './zip-kind.ts';

const edgeBytes = 65_536;

type Edges = { readonly head: Buffer; readonly tail: Buffer };

/**
 * What a file is, told from its content and never from its name or the sender's word; then the name must agree.
 *
 * @throws AppError `platform.file_type_refused`, `platform.file_type_mismatch`, `platform.file_damaged`,
 * `platform.file_protected`, `platform.file_unpacks_too_large`
 */
export async function sniffFile(path: string, name: string): Promise<FileKind> {
  const kind = await kindOfContent(path, name);
  const extension = extensionOf(name);
  // A text is what its name says as long as it is text: an HTML page may be kept as .txt, and only tags make a page.
  if (kind === 'html' && extension === 'txt') return 'txt';
  if (extension && !fileTypes[kind].extensions.includes(extension)) {
    const known = Object.values(fileTypes).some((type) => type.extensions.includes(extension));
    if (!known || kind === 'txt') throw new AppError('invalid', 'platform.file_type_refused', { name });
    throw new AppError('invalid', 'platform.file_type_mismatch', { name, extension, found: kind });
  }
  return kind;
}

async function kindOfContent(path: string, name: string): Promise<FileKind> {
  const { head, tail } = await readEdges(path);
  if (pdfStart.test(head.subarray(0, 1_024).toString('latin1')))
    return wholeOr(name, 'pdf', tail.includes('%%EOF') || tail.includes('startxref'));
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return wholeOr(name, 'png', tail.includes('IEND'));
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return officeKind(path, name);
  // Office keeps a document with a password inside the older compound file, with this stream name in UTF-16.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]) && (head.includes(encryptedStream) || tail.includes(encryptedStream)))
    throw new AppError('invalid', 'platform.file_protected', { name });
  if (await isText(path, head))
    return /<(?:!doctype|[a-z][a-z0-9]*[\s/>])/i.test(head.subarray(0, 2_048).toString('utf8')) ? 'html' : 'txt';
  throw new AppError('invalid', 'platform.file_type_refused', { name });
}

// Readers forgive up to 1 024 bytes before the mark (ISO 32000-1, H.3.4.1); only blanks are forgiven here, so that no program or page
// is a PDF as well.
const pdfStart = /^(?:\xef\xbb\xbf)?[\0\s]*%PDF-/;

const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

function wholeOr(name: string, kind: FileKind, isWhole: boolean): FileKind {
  if (!isWhole) throw new AppError('invalid', 'platform.file_damaged', { name });
  return kind;
}

async function officeKind(path: string, name: string): Promise<FileKind> {
  const kind = await zipKind(path);
  switch (kind) {
    case 'docx':
    case 'xlsx':
      return kind;
    case 'protected':
      throw new AppError('invalid', 'platform.file_protected', { name });
    case 'too_large':
      throw new AppError('invalid', 'platform.file_unpacks_too_large', { name });
    case 'damaged':
      throw new AppError('invalid', 'platform.file_damaged', { name });
    case 'other':
      throw new AppError('invalid', 'platform.file_type_refused', { name });
  }
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

async function readEdges(path: string): Promise<Edges> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(edgeBytes, size);
    const [head, tail] = [Buffer.alloc(length), Buffer.alloc(length)];
    await file.read(head, 0, length, 0);
    await file.read(tail, 0, length, size - length);
    return { head, tail };
  } finally {
    await file.close();
  }
}

/** Text has no control characters but tab, line feed, form feed and carriage return; UTF-16 is known by its mark. */
async function isText(path: string, head: Buffer): Promise<boolean> {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
    const text = new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head.subarray(0, head.length & ~1));
    return !Array.from(text).some((letter) => isControl(letter.charCodeAt(0)));
  }
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Buffer) || chunk.some(isControl)) return false;
  }
  return true;
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d;
}
