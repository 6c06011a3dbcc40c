// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { figureRunsOf, looseNumbersOf } from './figure-runs.ts';
import { normaliseText } from './normalise.ts';
import { sampleDocument } from './sample-document.ts';
import { addresseeLines, composeSheet, sheetTexts } from './sheet.ts';
import { documentDigits, documentSymbol, longDate, signerHead } from './written-forms.ts';

describe('written forms', () => {
  test('number, symbol and date as the decree writes them', () => {
    expect([documentDigits(7), documentDigits(1367)]).toEqual(['07', '1367']);
    expect([documentSymbol('Thông báo', 'UBND'), documentSymbol('Công văn', 'BNV', 'CCHC')]).toEqual(['TB-UBND', 'BNV-CCHC']);
    expect([longDate('2022-02-06'), longDate('2022-10-12')]).toEqual(['ngày 06 tháng 02 năm 2022', 'ngày 12 tháng 10 năm 2022']);
    expect(longDate(null).replace(/\s+/g, ' ')).toBe('ngày tháng năm ');
  });

  test('authority marks stand above the own position', () => {
    const head = signerHead({
      authority: [
        { mark: 'TM.', of: 'ỦY BAN NHÂN DÂN' },
        { mark: 'KT.', of: 'CHỦ TỊCH' },
      ],
      position: 'PHÓ CHỦ TỊCH',
      name: 'A',
    });

    expect(head).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  });
});

describe('sheet', () => {
  test('reads from the agency to the name of the signer', () => {
    const texts = sheetTexts(composeSheet(sampleDocument));

    expect(texts.slice(0, 8)).toEqual([
      'UBND TỈNH SÔNG MÂY',
      'SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 07/TB-SNV',
      'Sông Mây, ngày 06 tháng 02 năm 2024',
      'THÔNG BÁO',
      'Kết quả kiểm tra cải cách hành chính',
    ]);
    expect(texts.slice(-7)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- UBND tỉnh (báo cáo);',
      '- Lưu: VT, CCHC.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Hữu Trường',
    ]);
  });

  test('a draft says so and leaves its number blank', () => {
    const sheet = composeSheet({ ...sampleDocument, stage: 'draft', urgency: 'Hỏa tốc', number: { digits: null, symbol: 'TB-SNV' } });

    expect(sheet.marks).toEqual(['DỰ THẢO', 'HỎA TỐC']);
    expect(sheet.numberLine).toBe(`Số:${'\u00a0'.repeat(7)}/TB-SNV`);
  });

  test('one addressee stays on the line, several make a list', () => {
    expect(addresseeLines({ addressees: ['Sở Nội vụ'] })).toEqual(['Kính gửi: Sở Nội vụ.']);
    expect(addresseeLines({ addressees: ['A', 'B'] })).toEqual(['Kính gửi:', '- A;', '- B.']);
  });

  test('texts arrive composed and without characters that no file can hold', () => {
    expect(normaliseText('Điện Biên'.normalize('NFD'))).toBe('Điện Biên');
    expect(normaliseText('a\u0000b\u000bc\ud800d\r\ne\tf')).toBe('abcd\ne f');
  });
});

describe('figures', () => {
  test('are listed in reading order, tables included', () => {
    expect(figureRunsOf(sampleDocument).map(({ figureId }) => figureId)).toEqual(['inspected', 'dossiers']);
  });

  test('a number in plain words is loose', () => {
    const planted = { kind: 'paragraph', runs: [{ kind: 'text', text: 'đạt 45,45%' }] } as const;

    expect(looseNumbersOf(sampleDocument)).toEqual([]);
    expect(looseNumbersOf({ ...sampleDocument, body: [planted] })).toEqual(planted.runs);
  });
});
