// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { CsvScanner } from './csv.ts';
import { detectForm } from './detect.ts';
import { createArrayScanner, createLineScanner } from './json.ts';
import { formOf, readTable } from './read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Read = { row: number; cells: string[]; problem?: string };

async function read(content: Buffer): Promise<Read[]> {
  const path = join(folder, 'tep');
  writeFileSync(path, content);
  const rows: Read[] = [];
  await readTable(path, await formOf(path), {
    onCells: (cells, row, problem) => void rows.push({ row, cells: [...cells], ...(problem ? { problem } : {}) }),
    onColumns: () => undefined,
    between: async () => true,
  });
  return rows;
}

/** What a scanner makes of a text that comes in pieces of every size. */
function inPieces(text: string, size: number): Read[] {
  const rows: Read[] = [];
  const scanner = new CsvScanner(',', (cells, row, problem) => void rows.push({ row, cells: [...cells], ...(problem ? { problem } : {}) }));
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
  scanner.end();
  return rows;
}

describe('delimited text', () => {
  test('quotes hold delimiters, line ends and quotes, in pieces of every size', () => {
    const text = 'a,"b,c",d\r\n"dòng 1\ndòng 2","nói ""có""",\r\n\r\n=1+2,x"y,"z"w\nlast,row';
    const expected = [
      { row: 1, cells: ['a', 'b,c', 'd'] },
      { row: 2, cells: ['dòng 1\ndòng 2', 'nói "có"', ''] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['=1+2', 'x"y', 'zw'] },
      { row: 5, cells: ['last', 'row'] },
    ];

    for (let size = 1; size <= text.length; size += 1) expect(inPieces(text, size)).toEqual(expected);
  });

  test('a quote that is never closed spoils its own row alone', () => {
    expect(inPieces('a,b\nc,"d\ne,f\ng,h', 5)).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['c', '"d'], problem: 'unclosed_quote' },
      { row: 3, cells: ['e', 'f'] },
      { row: 4, cells: ['g', 'h'] },
    ]);
  });

  test('a row of a million columns is one row', () => {
    const rows = inPieces(`a,b\n${'x,'.repeat(1_000_000)}\nc,d`, 65_536);

    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(rows[1]?.cells.length).toBeLessThanOrEqual(401);
  });

  test.each([
    ['utf-8', 'utf-8', ','],
    ['utf-8 with a mark', 'utf-8', ';'],
    ['utf-16le with a mark', 'utf-16le', '\t'],
    ['utf-16be with a mark', 'utf-16be', ';'],
    ['utf-16le without a mark', 'utf-16le', ','],
    ['windows-1258', 'windows-1258', ';'],
  ])('%s is read with its delimiter told', async (how, encoding, delimiter) => {
    const text = [
      ['Mã hồ sơ', 'Người nộp', 'Trạng thái'].join(delimiter),
      ['H18.01-220914-0001', 'Lò Thị Ánh Tuyết', 'Đang xử lý'].join(delimiter),
    ].join('\r\n');
    const marked = how.includes('a mark') && !how.includes('without') ? `\ufeff${text}` : text;
    // The code page has letters and tones apart.
    const written = encoding === 'windows-1258' ? apart(text) : marked;

    const rows = await read(iconv.encode(written, encoding));

    expect(rows.map(({ cells }) => cells.map((cell) => cell.normalize('NFC')))).toEqual([
      ['Mã hồ sơ', 'Người nộp', 'Trạng thái'],
      ['H18.01-220914-0001', 'Lò Thị Ánh Tuyết', 'Đang xử lý'],
    ]);
  });

  test('line ends of old Macintosh files are line ends', async () => {
    expect((await read(Buffer.from('a;b\rc;d'))).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'dossiers.import_empty'],
    ['blank lines', Buffer.from('\n  \n'), 'dossiers.import_empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'dossiers.import_old_workbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'dossiers.import_unknown_form'],
  ])('%s is refused', (_what, bytes, code) => {
    expect(() => detectForm(bytes)).toThrow(code);
  });
});

/** Tones as signs of their own behind the letter, as Windows-1258 has them. */
function apart(text: string): string {
  const hatFirst = text.normalize('NFD').replace(/([aeou])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])/gi, '$1$3$2');
  return hatFirst.replace(/[aeou][\u0302\u0306\u031b]/gi, (letter) => letter.normalize('NFC'));
}

describe('JSON', () => {
  const rowsOf = (make: typeof createLineScanner, text: string, size: number) => {
    const rows: Read[] = [];
    let names: readonly string[] = [];
    const scanner = make(
      (all) => {
        names = [...all];
      },
      (cells, row, problem) => void rows.push({ row, cells: [...cells], ...(problem ? { problem } : {}) }),
    );
    for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
    scanner.end();
    return { names, rows };
  };

  test('lines of objects: a new key is a new column, a broken line is a fault of its row', () => {
    const text = '{"ma":"1","ten":"A"}\n{"ma":"2","khac":{"x":[1]}}\nhỏng\n[1]\n\n{"ma":3,"ten":null}';

    for (const size of [1, 7, 1_000]) {
      expect(rowsOf(createLineScanner, text, size)).toEqual({
        names: ['ma', 'ten', 'khac'],
        rows: [
          { row: 1, cells: ['1', 'A'] },
          { row: 2, cells: ['2', '', '{"x":[1]}'] },
          { row: 3, cells: ['hỏng'], problem: 'broken_json' },
          { row: 4, cells: ['[1]'], problem: 'not_an_object' },
          { row: 6, cells: ['3', '', ''] },
        ],
      });
    }
  });

  test('an array of objects, bare or under a name, in pieces of every size', () => {
    for (const text of ['[{"ma":"1","t":"}{\\""},\n {"ma":"2"}]', '{"data" : [{"ma":"1","t":"}{\\""},{"ma":"2"}],"n":2}']) {
      for (let size = 1; size < text.length; size += 1) {
        expect(rowsOf(createArrayScanner, text, size).rows).toEqual([
          { row: 1, cells: ['1', '}{"'] },
          { row: 2, cells: ['2', ''] },
        ]);
      }
    }
  });

  test('an array that breaks off is a fault with its place', () => {
    expect(rowsOf(createArrayScanner, '[{"ma":"1"},{"ma":"2', 4).rows).toEqual([
      { row: 1, cells: ['1'] },
      { row: 2, cells: ['{"ma":"2'], problem: 'broken_json' },
    ]);
  });
});
