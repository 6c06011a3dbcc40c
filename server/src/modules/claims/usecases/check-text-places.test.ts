// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const told = (text: string): string[] =>
  checkText(text).claims.flatMap(({ numerator, denominator, statedPercent, verdict }) =>
    denominator !== null && statedPercent !== null ? [`${numerator}/${denominator}=${statedPercent} ${verdict}`] : [],
  );
const alarms = (text: string): string[] =>
  checkText(text).claims.flatMap((claim) => (claim.verdict === 'inconsistent' ? [claim.message] : []));

describe('numbers that look like names', () => {
  it.each([
    ['a symbol', 'Đã ký số 14.506/15.118 văn bản, tỷ lệ 95,95%.', '14506/15118=95.95 consistent'],
    ['a class', 'Huy động trẻ ra lớp 1.402/1.460 cháu, đạt 96%.', '1402/1460=96 consistent'],
    ['a page', 'Chỉnh trang 10,4/13 km vỉa hè (đạt 80%).', '10.4/13=80 consistent'],
    ['a date', 'Tiếp nhận 11 phản ánh, xử lý 11/11, đạt 100%.', '11/11=100 consistent'],
  ])('are read as figures, not as %s: %s', (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });
});

describe('the total of a share', () => {
  it.each([
    ['a count alone in parentheses', 'Kiểm tra 4 sở, 6 huyện và 20 xã (30 đơn vị), đạt 40% số đơn vị (75 đơn vị).', '30/75=40 consistent'],
    ['of those they are for', 'Cấp tài khoản cho 70.218 công dân, kích hoạt 50.864 tài khoản, đạt 72,4%.', '50864/70218=72.4 consistent'],
    ['of those they are for', 'Cấp 23.804 tài khoản cho 71.340 người đủ điều kiện, đạt 33,36%.', '23804/71340=33.36 consistent'],
    [
      'another thing that it is said to be on',
      'Thanh toán 118.402 giao dịch trên 260.117 hồ sơ có phí, đạt 45,5%.',
      '118402/260117=45.5 consistent',
    ],
    ['a plan told before', 'Tiếp nhận 1.092 hồ sơ; so với kế hoạch quý (3.000 hồ sơ) đạt 36,4%.', '1092/3000=36.4 consistent'],
    [
      'a plan two sentences before',
      'Tổng kế hoạch vốn 840 tỷ đồng, đã giải ngân 504 tỷ đồng. Ước cả năm đạt 798 tỷ đồng, tương đương 95% kế hoạch.',
      '798/840=95 consistent',
    ],
    ['done and said to be done', 'Xây dựng 37/37 mô hình, hoàn thành 100% chỉ tiêu.', '37/37=100 consistent'],
    ['amounts with two digits exchanged', 'Có điều kiện 604 tỷ đồng, thi hành xong 291 tỷ đồng, đạt 84,18%.', '291/604=84.18 inconsistent'],
    ['in the unit that both are printed in', 'Hồ chứa còn 312,6/402 triệu m3, đạt 77,7%.', '312.6/402=77.7 consistent'],
  ])('is %s: %s', (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it('is not looked for when the percent compares with another period', () => {
    expect(alarms('Hoàn thành 412/650 cuộc kiểm tra, đạt 63,38% kế hoạch, bằng 94,5% cùng kỳ.')).toEqual([]);
    expect(alarms('Hoàn thành 412/650 cuộc kiểm tra, bằng 94,5% so với năm trước.')).toEqual([]);
  });
});

describe('classes and what they leave', () => {
  it.each([
    [
      'Có 1.903 ca, khỏi 1.745 ca (91,7%), tử vong 12 ca (0,63%), đang điều trị 164 ca.',
      '1.745 + 12 + 164 = 1.921, lớn hơn tổng 1.903 của văn bản.',
    ],
    ['Có 22/24 chi hội hoàn thành xuất sắc, 04/24 chi hội hoàn thành tốt.', '22 + 04 = 26, lớn hơn tổng 24 của văn bản.'],
    ['Phân loại 90 chi hội: xuất sắc 60 (66,67%), tốt 28 (31,11%), khá 4 (4,44%).', '60 + 28 + 4 = 92, lớn hơn tổng 90 của văn bản.'],
    [
      'Kỷ luật 87 đảng viên, giảm 14 trường hợp so với năm trước (101 trường hợp), gồm khiển trách 52, cảnh cáo 19, khai trừ 18.',
      '52 + 19 + 18 = 89, lớn hơn tổng 87 của văn bản.',
    ],
    [
      'Có 264 đơn (88,88%), gồm khiếu nại 58 đơn, tố cáo 17 đơn, kiến nghị, phản ánh 198 đơn.',
      '58 + 17 + 198 = 273, lớn hơn tổng 264 của văn bản.',
    ],
    [
      'Chứng thực 6.204 hồ sơ, hộ tịch 1.318 hồ sơ, đất đai 186 hồ sơ; tổng cộng 7.718 hồ sơ.',
      '6.204 + 1.318 + 186 = 7.708, văn bản ghi tổng 7.718.',
    ],
  ])('do not exceed or miss their total: %s', (text, expected) => {
    expect(alarms(text)).toEqual([expected]);
  });

  it('are no part of what is settled when they are under way', () => {
    const text = 'Giải quyết 151 hồ sơ, đúng hạn 148 hồ sơ, đạt 98,01%; quá hạn 2 hồ sơ, chiếm 1,32%; đang giải quyết 8 hồ sơ.';
    expect(alarms(text)).toEqual([]);
  });
});

it('a period inside the name of a part is no part', () => {
  const text = 'Công nhận 19 trường, gồm 9 trường công nhận mới, 3 trường công nhận lại sau 5 năm và 6 trường nâng mức.';
  expect(checkText(text).claims.find(({ kind }) => kind === 'sum')).toMatchObject({ parts: [9, 3, 6], total: 19 });
});

it('a level with its change before it is compared with the level, not with the change', () => {
  expect(alarms('Xảy ra 14 vụ cháy, tăng 3 vụ so với cùng kỳ (11 vụ), tăng 27,27%.')).toEqual([]);
});

it('leaves the shares of data open without searching, but still judges fractions', () => {
  const data = '7 hồ sơ (50%) '.repeat(400);
  expect(alarms(`${data} Kiểm tra 07/21 xã (đạt 30%).`)).toEqual(['07/21 là 33,33 %, văn bản ghi 30 %.']);
});
