// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { Block, LegalDocument } from '../domain/legal-form/model.ts';
import { sampleDocument } from '../domain/legal-form/sample-document.ts';
import { composeSheet, sheetTexts } from '../domain/legal-form/sheet.ts';
import { renderPdf } from './render-pdf.ts';

const pagesOf = async (doc: LegalDocument): Promise<string[]> => {
  const pdf = await getDocumentProxy(await renderPdf(doc));
  return (await extractText(pdf, { mergePages: false })).text;
};
const bare = (text: string): string => text.replace(/[\s\u200b]+/gu, '');
const words = (text: string): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] });
const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ';
const longDocument: LegalDocument = {
  ...sampleDocument,
  body: Array.from({ length: 60 }, () =>
    words('Các đơn vị tiếp tục rà soát, cập nhật và niêm yết công khai thủ tục hành chính theo quy định hiện hành.'),
  ),
};

describe('PDF file', () => {
  test('holds the lines of the sheet in order', async () => {
    const doc: LegalDocument = {
      ...sampleDocument,
      signers: ['THƯ KÝ', 'TRƯỞNG ĐOÀN'].map((position) => ({ authority: [], position, note: '(Ký tên)', name: `Lò ${position}` })),
      drafterMark: 'NTH.05',
      stage: 'draft',
    };

    expect(bare((await pagesOf(doc)).join(''))).toBe(bare(sheetTexts(composeSheet(doc)).join('')));
  });

  test('gives every Vietnamese letter back, also where it arrived decomposed', async () => {
    const text = `${letters} ${letters.toLocaleUpperCase('vi')} 1.500 ₫`;
    const [page = ''] = await pagesOf({ ...sampleDocument, body: [words(text.normalize('NFD'))] });

    expect(bare(page)).toContain(bare(text));
  });

  test('carries its fonts inside, and no others', async () => {
    const file = Buffer.from(await renderPdf(sampleDocument)).toString('latin1');
    const names = new Set(
      [...file.matchAll(/\/BaseFont\s*\/([^\s/]+)/g)].map((match) => match[1]?.replace(/^[A-Z]{6}\+/, '').replace(/-Identity-H$/, '')),
    );

    expect([...names].sort()).toEqual(['LiberationSerif', 'LiberationSerif-Bold', 'LiberationSerif-BoldItalic', 'LiberationSerif-Italic']);
    expect(file).toContain('/FontFile2');
  });

  test('shows page numbers from the second page on', async () => {
    const pages = (await pagesOf(longDocument)).map(bare);

    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toMatch(/^UBNDTỈNH/);
    expect(pages[0]).not.toMatch(/^1|1$/);
    expect(pages.slice(1).map((page) => page.match(/^\d+/)?.[0])).toEqual(pages.slice(1).map((_, at) => String(at + 2)));
  });

  test('counts the pages of an annex anew', async () => {
    const annexed = { ...sampleDocument, annexes: [{ label: 'Phụ lục', title: 'DANH MỤC', body: longDocument.body }] };
    const pages = (await pagesOf(annexed)).map(bare);

    expect(pages[1]).toMatch(/^Phụlục/);
    expect(pages[2]).toMatch(/^2/);
  });

  test('repeats the head row where a table breaks', async () => {
    const row = [[{ kind: 'ordinal', text: '1' }], [{ kind: 'text', text: 'Hồ sơ' }]] as const;
    const table: Block = {
      kind: 'table',
      columns: [
        { widthShare: 1, align: 'center' },
        { widthShare: 4, align: 'left' },
      ],
      header: [[{ kind: 'text', text: 'STT' }], [{ kind: 'text', text: 'Chỉ tiêu' }]],
      rows: Array.from({ length: 90 }, () => row),
    };
    const pages = (await pagesOf({ ...sampleDocument, body: [table] })).map(bare);

    expect(pages.slice(0, 3).every((page) => page.includes('STTChỉtiêu'))).toBe(true);
  });

  test('prints any text as it was typed', async () => {
    const markup = fc.array(fc.constantFrom(...'#*_$\\<>@"\'`~=-+/[]{}()&%!;:,.|^0aĐữ '), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(markup, async (chars) => {
        const text = chars.join('');
        const [page = ''] = await pagesOf({ ...sampleDocument, subject: `S${text}S`, body: [words(`|${text}|`)] });

        expect(bare(page)).toContain(bare(`|${text}|`));
        expect(bare(page)).toContain(bare(`S${text}S`));
      }),
      { numRuns: 40 },
    );
  });

  test('survives any Unicode text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        expect((await renderPdf({ ...sampleDocument, body: [words(text)] })).length).toBeGreaterThan(1_000);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same to the byte for the same document', async () => {
    const first = await renderPdf(sampleDocument);
    await new Promise((resolve) => setTimeout(resolve, 1_100));

    expect(Buffer.from(await renderPdf(sampleDocument)).equals(Buffer.from(first))).toBe(true);
  });
});
