// SPDX-License-Identifier: Apache-2.0
import { decodeText, startsWith } from '../formats/decode-text.ts';
import { readDocx } from '../formats/read-docx.ts';
import { readHtml } from '../formats/read-html.ts';
import { readPdf } from '../formats/read-pdf.ts';
import { MAX_FILE_BYTES, refusal } from '../formats/refuse.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The text of a report file: .docx, .pdf with a text layer, .html, or plain text in any usual encoding.
 * The content decides what a file is; its name only helps to say what is wrong with it.
 *
 * @throws AppError `claims.file_empty`, `claims.file_too_large`, `claims.file_too_deep`, `claims.file_encrypted`, `claims.file_unreadable`,
 * `claims.file_type_unknown`, `claims.file_no_text`
 */
export async function readReportText(bytes: Uint8Array, fileName: string): Promise<string> {
  if (bytes.length === 0) throw refusal('claims.file_empty');
  if (bytes.length > MAX_FILE_BYTES) throw refusal('claims.file_too_large');
  const text = await readByContent(bytes, fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase());
  if (text.trim() === '') throw refusal('claims.file_no_text');
  return text;
}

async function readByContent(bytes: Uint8Array, extension: string): Promise<string> {
  if (startsWith(bytes, ZIP)) return readDocx(bytes);
  if (isPdf(bytes)) return readPdf(bytes);
  if (startsWith(bytes, OLE))
    throw refusal(Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? 'claims.file_encrypted' : 'claims.file_type_unknown');
  if (extension === 'docx' || extension === 'pdf') throw refusal('claims.file_unreadable');
  const text = decodeText(bytes);
  if (text === undefined) throw refusal('claims.file_type_unknown');
  const isPage = extension === 'html' || extension === 'htm' || /^\s{0,200}<(?:!doctype html|html)/i.test(text.slice(0, 400));
  return isPage ? readHtml(bytes) : text;
}

/** Some programs write a few bytes before the PDF header. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
