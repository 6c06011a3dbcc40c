// SPDX-License-Identifier: Apache-2.0
import { buffer } from 'node:stream/consumers';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { LegalDocument } from '../domain/legal-form/model.ts';
import { sampleDocument } from '../domain/legal-form/sample-document.ts';
import { composeSheet, sheetTexts } from '../domain/legal-form/sheet.ts';
import { renderDocx } from './render-docx.ts';

function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          parts.set(entry.fileName, await buffer(stream));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

const partOf = async (doc: LegalDocument, path: string) => (await unzip(await renderDocx(doc))).get(path)?.toString('utf8') ?? '';

function paragraphsOf(xml: string): string[] {
  const found: string[] = [];
  let inText = false;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (name === 'w:p') found.push('');
        inText = name === 'w:t';
      },
      ontext: (text) => {
        if (inText) found.push((found.pop() ?? '') + text);
      },
      onclosetag: () => {
        inText = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found.filter((text) => text !== '');
}

const letter: LegalDocument = {
  ...sampleDocument,
  type: 'Công văn',
  stage: 'draft',
  title: null,
  subject: 'đôn đốc & nhắc <việc> "gấp"',
  addressees: ['Sở Nội vụ', 'Sở Tư pháp'],
  drafterMark: 'NTH.05',
  annexes: [{ label: 'Phụ lục', title: 'DANH MỤC', body: sampleDocument.body }],
};

const minutes: LegalDocument = {
  ...sampleDocument,
  signers: ['THƯ KÝ', 'TRƯỞNG ĐOÀN'].map((position) => ({ authority: [], position, note: '(Ký tên)', name: `Lò ${position}` })),
};

describe('Word file', () => {
  test.each([
    ['notice', sampleDocument],
    ['letter', letter],
    ['minutes', minutes],
  ])('%s holds the lines of the sheet in order', async (_, doc) => {
    expect(paragraphsOf(await partOf(doc, 'word/document.xml'))).toEqual(sheetTexts(composeSheet(doc)));
  });

  test('has A4 paper and the margins in twips', async () => {
    const xml = await partOf(sampleDocument, 'word/document.xml');

    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  });

  test('counts pages from the second on, each annex anew', async () => {
    const parts = await unzip(await renderDocx(letter));
    const xml = parts.get('word/document.xml')?.toString('utf8') ?? '';
    const headers = [...parts].filter(([path]) => /^word\/header\d+\.xml$/.test(path)).map(([, part]) => part.toString('utf8'));

    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(2);
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(2);
    expect(headers.filter((header) => !header.includes('PAGE'))).toHaveLength(2);
  });

  test('repeats the head row of tables', async () => {
    expect(await partOf(sampleDocument, 'word/document.xml')).toContain('<w:tblHeader/>');
  });

  test('names Times New Roman and its stand-in', async () => {
    expect(await partOf(sampleDocument, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(await partOf(sampleDocument, 'word/fontTable.xml')).toContain('<w:altName w:val="Liberation Serif"/>');
  });

  test('can carry its fonts inside', async () => {
    const parts = await unzip(await renderDocx(sampleDocument, { embedFonts: true }));

    expect([...parts.keys()].filter((path) => path.endsWith('.odttf'))).toHaveLength(4);
    expect(parts.get('word/fontTable.xml')?.toString('utf8')).toContain('w:embedBoldItalic');
  });

  test('is the same to the byte for the same document, at any time', async () => {
    const first = await renderDocx(letter);
    await new Promise((resolve) => setTimeout(resolve, 2_100));

    expect(Buffer.from(await renderDocx(letter)).equals(Buffer.from(first))).toBe(true);
  });
});
