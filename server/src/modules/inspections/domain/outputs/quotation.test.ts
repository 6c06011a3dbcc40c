// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { looseNumbersOf } from '#modules/documents';
import { buildMinutes } from './minutes.ts';
import { quotedParagraphs, unknownNumbers } from './quotation.ts';
import { sampleFigures, sampleMinutes } from './sample-inputs.ts';

const figures = [
  { ...sampleFigures[0]!, id: 'communes', numerator: '7', denominator: '21', statedPercent: '30%', counted: null, parts: [], sum: null },
  { ...sampleFigures[0]!, id: 'dossiers', numerator: '5190', denominator: null, statedPercent: null, counted: null, parts: [], sum: null },
];

describe('the words of the unit', () => {
  test('stand between quotation marks, line by line, and nothing in them is read', () => {
    const runs = quotedParagraphs('Đã có 120 hồ sơ.\n\nXem {figure:x}').map((block) => (block.kind === 'paragraph' ? block.runs : []));

    expect(runs).toEqual([[{ kind: 'quotation', text: '“Đã có 120 hồ sơ.' }], [{ kind: 'quotation', text: 'Xem {figure:x}”' }]]);
  });

  test('numbers of stored figures are known however they are written: with zeros, as ratio, rounded percentage', () => {
    expect(unknownNumbers('Kiểm tra 07/21 xã (30%, đúng ra 33,3 %), trả 5.190 hồ sơ, 7 xã.', figures)).toEqual([]);
  });

  test('every other number is named once; dates and citations are none', () => {
    expect(unknownNumbers('Ngày 14/9/2022, theo Điều 46, còn 120 hồ sơ, 08/21 xã, 35%, 5.191 và 120.', figures)).toEqual([
      '120',
      '08/21',
      '35%',
      '5.191',
    ]);
  });

  test('minutes attribute them to the unit and say that nobody checked the numbers in them', () => {
    const with120 = buildMinutes({ ...sampleMinutes, unitOpinion: 'Còn 120 hồ sơ.' });
    const without = buildMinutes({ ...sampleMinutes, unitOpinion: 'Nhất trí.' });
    const text = (doc: typeof with120) =>
      doc.body.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : []));

    expect(text(with120)).toContain(`Ý kiến của ${sampleMinutes.unit.name}, ghi nguyên văn:`);
    expect(text(with120)).toContain('“Còn 120 hồ sơ.”');
    expect(text(with120).join()).toContain('Đoàn kiểm tra chưa đối chiếu');
    expect(looseNumbersOf(with120)).toEqual([]);
    expect(text(without).join()).not.toContain('Đoàn kiểm tra chưa đối chiếu');
  });
});
