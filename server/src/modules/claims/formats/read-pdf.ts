// SPDX-License-Identifier: Apache-2.0
import { getDocumentProxy } from 'unpdf';
import { joinPdfPages, type PdfPiece, readPdfLines } from './pdf-lines.ts';
import { refusal } from './refuse.ts';

const MAX_PAGES = 3_000;

/**
 * The text layer of a PDF, page after page.
 *
 * @throws AppError `claims.file_encrypted`, `claims.file_unreadable`, `claims.file_too_large`
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw refusal('claims.file_too_large');
    return joinPdfPages(await readPages(pdf)).trim();
  } finally {
    await pdf.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // verbosity 0: the library otherwise writes warnings about fonts to standard output.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    throw refusal(error instanceof Error && error.name === 'PasswordException' ? 'claims.file_encrypted' : 'claims.file_unreadable');
  }
}

async function readPages(pdf: Pdf): Promise<string[][]> {
  const pages: string[][] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(readPdfLines(await readPieces(page)));
      page.cleanup();
    }
  } catch {
    throw refusal('claims.file_unreadable');
  }
  return pages;
}

async function readPieces(page: Awaited<ReturnType<Pdf['getPage']>>): Promise<PdfPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0]: number[] = item.transform;
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), endsLine: item.hasEOL }];
  });
}
