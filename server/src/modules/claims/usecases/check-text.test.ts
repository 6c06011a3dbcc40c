// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStretches } from '../domain/reading/stretches.ts';
import { checkText } from './check-text.ts';

const judged = (text: string): string[] =>
  checkText(text).claims.flatMap((claim) => (claim.verdict === 'undecidable' ? [] : [`${claim.verdict}: ${claim.message}`]));
const shares = (text: string): string[] =>
  checkText(text).claims.flatMap(({ kind, numerator, denominator, statedPercent, verdict }) =>
    (kind === 'ratio' || kind === 'percent_of_total') && denominator !== null && statedPercent !== null
      ? [`${numerator}/${denominator}=${statedPercent} ${verdict}`]
      : [],
  );

describe('shares', () => {
  it('finds a fraction whose percent is wrong and words it', () => {
    expect(judged('Kiểm tra 05/11 cơ quan (đạt 45,45%), 07/21 đơn vị cấp xã (đạt 30%).')).toEqual([
      'consistent: 05/11 là 45,45 %, khớp với 45,45 % của văn bản.',
      'inconsistent: 07/21 là 33,33 %, văn bản ghi 30 %.',
    ]);
  });

  it.each([
    ['Cài phần mềm cho 46,5% (79/170 máy tính được cấp).', ['79/170=46.5 consistent']],
    ['Tiếp nhận 3.412 hồ sơ, trong đó nộp trực tuyến 2.905 hồ sơ, chiếm 85,14%.', ['2905/3412=85.14 consistent']],
    ['Đã xử lý 1.020 phản ánh trên tổng số 1.050 phản ánh tiếp nhận, đạt 99%.', ['1020/1050=99 inconsistent']],
    ['Trong tổng số 320 đảng viên, có 96 đảng viên là nữ, chiếm 35%.', ['96/320=35 inconsistent']],
    ['Có 2.150 người được cấp chữ ký số, đạt 14,3% trên tổng số 15.000 người trong độ tuổi.', ['2150/15000=14.3 consistent']],
    ['Qua bưu chính 1.560 hồ sơ (chiếm 12,3% tổng số hồ sơ đã giải quyết là 12.680 hồ sơ).', ['1560/12680=12.3 consistent']],
    ['Hòa giải thành 86 vụ/95 vụ, đạt tỷ lệ 90,5%.', ['86/95=90.5 consistent']],
    ['Về tiền, có 200,5 tỷ đồng đủ điều kiện, đã xong 80,2 tỷ đồng, đạt 40%.', ['80.2/200.5=40 consistent']],
    ['Chỉ số đạt 41,25/80 điểm, đạt tỷ lệ 51,56%.', ['41.25/80=51.56 consistent']],
  ])('reads: %s', (text, expected) => {
    expect(shares(text)).toEqual(expected);
  });

  it('accepts rounding half up and cutting, and nothing else', () => {
    expect(shares('Có 402/761 em (đạt 52,82%), 402/761 em (đạt 52,83%), 402/761 em (đạt 52,84%).')).toEqual([
      '402/761=52.82 consistent',
      '402/761=52.83 consistent',
      '402/761=52.84 inconsistent',
    ]);
  });

  it('takes the total that the other shares of the list have', () => {
    const text =
      'Tiếp nhận 21.345 hồ sơ. Giải quyết 20.120 hồ sơ: trước hạn 15.300 hồ sơ (76,04%), đúng hạn 4.700 hồ sơ (23,36%), quá hạn 120 hồ sơ (0,6%).';

    expect(shares(text)).toEqual(['15300/20120=76.04 consistent', '4700/20120=23.36 consistent', '120/20120=0.6 consistent']);
  });

  it.each([
    'Có 2/85 khu vực đạt 100%.',
    'Nhận 31.000 hồ sơ, giải quyết 28.000 hồ sơ, trước và đúng hạn đạt 92,9%.',
    'Hơn 95% người dân hài lòng; trên 80% hồ sơ trực tuyến; dưới 5% trễ hạn.',
    'Có 130 hộ thoát nghèo (đạt 86% kế hoạch).',
    'Đạt 53% (tăng 10% so với năm 2021).',
  ])('raises no alarm where an operand is not printed: %s', (text) => {
    expect(checkText(text).claims.map((claim) => claim.verdict)).not.toContain('inconsistent');
  });

  it.each([
    ['Tiếp nhận 600 đơn, giải quyết 570 đơn, đạt 96%.', '570/600=96 inconsistent'],
    ['Đã cấp 14.000 tài khoản, nhưng chỉ có 3.500 tài khoản được kích hoạt, đạt tỷ lệ 27,1%.', '3500/14000=27.1 inconsistent'],
    ['Trong 850 ý kiến, có 799 ý kiến đồng ý, chiếm 94%; 34 ý kiến sửa, chiếm 4%; 17 ý kiến khác, chiếm 3%.', '17/850=3 inconsistent'],
    ['Có 176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn, đạt tỷ lệ 77,6%.', '176/221=77.6 inconsistent'],
    ['Vắng 91 công chức trên tổng số 424 công chức, trong đó 28 công chức vắng không lý do (chiếm 6,59%).', '28/424=6.59 inconsistent'],
  ])('raises an alarm where only one total can be meant: %s', (text, expected) => {
    expect(shares(text)).toContain(expected);
  });

  it.each([
    'Tiếp nhận 1.000 hồ sơ, đúng hạn 900 hồ sơ, đạt 98%.',
    'Có 120 xã; 35 cán bộ được tập huấn, đạt 70%.',
    'Kỳ trước chuyển sang 200 hồ sơ, tiếp nhận 3.000 hồ sơ, giải quyết 2.850 hồ sơ, đạt 89,1%.',
    'Giải ngân 450 tỷ đồng, đạt 75% kế hoạch; thu ngân sách 600 tỷ đồng, tăng 8% so với cùng kỳ.',
  ])('raises no alarm where the total may be another one: %s', (text) => {
    expect(checkText(text).claims.map((claim) => claim.verdict)).not.toContain('inconsistent');
  });

  it('reads a table by the rule that most of its rows follow', () => {
    const text =
      'Đơn vị | Tiếp nhận | Đúng hạn | Tỷ lệ (%)\nXã A | 200 | 190 | 95\nXã B | 150 | 147 | 98\nXã C | 80 | 60 | 85\nTổng | 430 | 397 | 92,3';

    expect(shares(text)).toEqual(['190/200=95 consistent', '147/150=98 consistent', '60/80=85 inconsistent', '397/430=92.3 consistent']);
  });
});

describe('sums and changes', () => {
  it('asks about three classes of which one is the sum of the others', () => {
    const [question] = checkText('Số hồ sơ đúng hạn là 5.190 hồ sơ, sớm hạn là 5.126 hồ sơ, trễ hạn là 64 hồ sơ.').claims;

    expect(question).toMatchObject({
      kind: 'sum',
      verdict: 'question',
      parts: [5126, 64],
      total: 5190,
      finding: { code: 'class_equals_the_others' },
    });
    expect(question?.message).toContain('5.190 là tổng số đã giải quyết');
    expect(question?.message).toContain('64 kia không phải “trễ hạn”');
  });

  it.each([
    ['Tổng số 540 hồ sơ, trong đó: đúng hạn 500 hồ sơ, trễ hạn 60 hồ sơ.', 'inconsistent'],
    ['Tổng số 540 hồ sơ, trong đó: đúng hạn 500 hồ sơ, trễ hạn 40 hồ sơ.', 'consistent'],
    ['Đã kiểm tra 30/42 cơ sở, còn lại 10 cơ sở chưa kiểm tra.', 'inconsistent'],
    ['Đã kiểm tra 30/42 cơ sở, còn lại 12 cơ sở chưa kiểm tra.', 'consistent'],
    ['Có 250 cán bộ (125 cán bộ nam, 135 cán bộ nữ).', 'inconsistent'],
    ['Ban hành 48 văn bản, gồm: 12 quyết định, 20 công văn, 10 kế hoạch.', 'question'],
    ['Nhận 5,2 nghìn hồ sơ: 3,1 nghìn hồ sơ trực tuyến, 2,1 nghìn hồ sơ trực tiếp.', 'consistent'],
    ['Có 2.000 vụ việc; trong đó 900 vụ việc cũ chuyển qua và 1.120 vụ việc mới phát sinh.', 'inconsistent'],
    ['Số thủ tục giảm từ 120 thủ tục xuống còn 90 thủ tục, giảm 25%.', 'consistent'],
    ['Hồ sơ tăng từ 200 hồ sơ lên 260 hồ sơ, tăng 35%.', 'inconsistent'],
  ])('judges: %s', (text, verdict) => {
    expect(judged(text).map((line) => line.split(':')[0])).toContain(verdict);
  });

  it('lets classes overlap that do not exclude each other', () => {
    expect(judged('Có 100 cán bộ, trong đó 60 đảng viên, 55 người có trình độ đại học, 40 nữ.')).toEqual([]);
  });
});

describe('places', () => {
  const text = 'Huyện có 😀 07/21 đơn vị (đạt 30%).';

  it('quotes the given text by UTF-16 offsets, also when its letters are decomposed', () => {
    for (const given of [text, text.normalize('NFD')]) {
      const [claim] = checkText(given).claims;
      expect(given.slice(claim?.start, claim?.end)).toBe(claim?.quote);
      expect(claim?.quote.normalize('NFC')).toBe('07/21 đơn vị (đạt 30%)');
    }
  });

  it('finds the same claims wherever a long text is cut', () => {
    const long = `${'Công tác tuyên truyền được quan tâm. '.repeat(20)}${text}\n`.repeat(300);

    expect(checkText(long).claims.filter((claim) => claim.verdict === 'inconsistent')).toHaveLength(300);
  });
});

describe('any text', () => {
  it('is read without failing, and every quote lies inside it', () => {
    const piece = fc.constantFrom(
      '5.369',
      '07/21',
      '30%',
      ' hồ sơ',
      ' (',
      ')',
      ', ',
      '. ',
      'trong đó ',
      'tổng số ',
      ' đạt ',
      'đúng hạn ',
      'trễ hạn ',
      '\n',
      ' | ',
      '1,488 triệu',
      '/',
      'từ ',
      ' còn ',
      ' giảm ',
      'e\u0301',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const claim of checkText(text).claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['1', '/', '(', '12 ', '1/2 ', '9% ', 'trong đó 5 hồ sơ ', 'a\u0301\u0301', '7 hồ sơ (50%) ', '|\n'])(
    'is read in stretches of bounded size, whatever is repeated: %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      const stretches = cutStretches(text);
      const charactersRead = stretches.reduce((total, { contextFrom, contextTo }) => total + contextTo - contextFrom, 0);

      expect(charactersRead).toBeLessThan(1.35 * text.length);
      expect(Math.max(...stretches.map(({ contextFrom, contextTo }) => contextTo - contextFrom))).toBeLessThan(17_000);
      expect(stretches.map(({ from, to }) => to - from).reduce((a, b) => a + b)).toBe(text.length);
      expect(() => checkText(text)).not.toThrow();
    },
  );
});
