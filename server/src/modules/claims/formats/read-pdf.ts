// SPDX-License-Identifier: Apache-2.0
import { extractText, getDocumentProxy } from 'unpdf';
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
    const { text } = await readPages(pdf);
    return text.join('\n\n').trim();
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    // verbosity 0: the library otherwise writes warnings about fonts to standard output.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    throw refusal(error instanceof Error && error.name === 'PasswordException' ? 'claims.file_encrypted' : 'claims.file_unreadable');
  }
}

async function readPages(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<{ text: string[] }> {
  try {
    return await extractText(pdf, { mergePages: false });
  } catch {
    throw refusal('claims.file_unreadable');
  }
}
