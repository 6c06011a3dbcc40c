// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { joinPdfPages, type PdfPiece, readPdfLines } from './pdf-lines.ts';

const line = (y: number, ...pieces: readonly (readonly [number, string])[]): PdfPiece[] =>
  pieces.map(([x, text], index) => ({ text, x, y, width: text.length * 5, size: 10, endsLine: index === pieces.length - 1 }));

describe('the lines of a page', () => {
  it('keep words together that a justified line spreads out', () => {
    expect(readPdfLines(line(700, [10, 'nhận'], [38, '5.369'], [71, 'hồ sơ']))).toEqual(['nhận 5.369 hồ sơ']);
  });

  it('keep numbers whole that are written in several pieces', () => {
    expect(readPdfLines(line(700, [10, 'đạt 07'], [40, '/21 xã (33'], [90, ',33%)']))).toEqual(['đạt 07/21 xã (33,33%)']);
  });

  it('take narrow cells apart beside a row with wide gaps', () => {
    const pieces = [...line(700, [10, 'Xã A'], [80, '200'], [140, '95%']), ...line(680, [10, 'Xã Mường Lay'], [80, '150'], [140, '98%'])];

    expect(readPdfLines(pieces)).toEqual(['Xã A | 200 | 95%', 'Xã Mường Lay | 150 | 98%']);
  });
});

describe('the pages of a document', () => {
  it('lose their numbers, and a cut sentence goes on', () => {
    const pages = [
      ['Kết quả năm 2023', 'đã giải quyết 1.412'],
      ['2', 'hồ sơ, đạt 95%.'],
      ['Phần II.', '- 3 -'],
    ];

    expect(joinPdfPages(pages)).toBe('Kết quả năm 2023\nđã giải quyết 1.412\nhồ sơ, đạt 95%.\n\nPhần II.');
  });
});
