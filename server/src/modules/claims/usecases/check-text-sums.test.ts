// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const judged = (text: string, kind: string): string[] =>
  checkText(text).claims.flatMap((claim) => (claim.kind === kind ? [`${claim.verdict}: ${claim.message}`] : []));
const sums = (text: string): string[] => judged(text, 'sum');
const shares = (text: string): string[] =>
  checkText(text).claims.flatMap(({ kind, numerator, denominator, statedPercent, verdict }) =>
    (kind === 'ratio' || kind === 'percent_of_total') && denominator !== null && statedPercent !== null
      ? [`${numerator}/${denominator}=${statedPercent} ${verdict}`]
      : [],
  );

describe('parts of a total', () => {
  it.each([
    ['men and women', 'Phòng có 24 người, trong đó 13 nam và 12 nữ.', 'inconsistent: 13 + 12 = 25, lớn hơn tổng 24 của văn bản.'],
    ['men and women', 'Phòng có 24 người, trong đó 13 nam, 10 nữ.', 'inconsistent: 13 + 10 = 23, văn bản ghi tổng 24.'],
    [
      'on time and late',
      'Đã giải quyết 640 hồ sơ, trong đó trước và đúng hạn 615 hồ sơ, quá hạn 15 hồ sơ.',
      'inconsistent: 615 + 15 = 630, văn bản ghi tổng 640.',
    ],
    [
      'channels, of which a third may be meant',
      'Có 950 hồ sơ, trong đó 701 trực tuyến, 209 trực tiếp.',
      'question: 701 + 209 = 910, còn thiếu 40 so với tổng 950; đề nghị làm rõ phần chưa nêu.',
    ],
    [
      'a list that names the others',
      'Lưu 9.100 hồ sơ, trong đó tư pháp 4.000 hồ sơ, xây dựng 3.000 hồ sơ và lĩnh vực khác 2.300 hồ sơ.',
      'inconsistent: 4.000 + 3.000 + 2.300 = 9.300, lớn hơn tổng 9.100 của văn bản.',
    ],
    [
      'parts with a grade in their name',
      'Có 30 sản phẩm, gồm 21 sản phẩm 3 sao, 8 sản phẩm 4 sao và 3 sản phẩm 5 sao; của 12 chủ thể.',
      'inconsistent: 21 + 8 + 3 = 32, lớn hơn tổng 30 của văn bản.',
    ],
    [
      'parts with their names before them',
      'Có 702 giáo viên; trong đó: mầm non 240 người, tiểu học 260 người, trung học cơ sở 210 người.',
      'inconsistent: 240 + 260 + 210 = 710, lớn hơn tổng 702 của văn bản.',
    ],
    [
      'a deed and its denial',
      'Kiểm tra 36 trạm: 30 trạm đạt chuẩn, 8 trạm chưa đạt chuẩn.',
      'inconsistent: 30 + 8 = 38, lớn hơn tổng 36 của văn bản.',
    ],
    [
      'stages of the work that was given',
      'Huyện giao 90 nhiệm vụ. Đã hoàn thành 70 nhiệm vụ, đang thực hiện 18 nhiệm vụ, chưa thực hiện 4 nhiệm vụ.',
      'inconsistent: 70 + 18 + 4 = 92, lớn hơn tổng 90 của văn bản.',
    ],
    ['what is left', 'Thụ lý 58 đơn; đã giải quyết 41 đơn, còn lại 27 đơn.', 'inconsistent: 41 + 27 = 68, văn bản ghi tổng 58.'],
    [
      'what is left, the total proven by a share',
      'Dôi dư 250 cán bộ, công chức; đã bố trí 200 người, đạt 80%, còn 40 người chờ sắp xếp.',
      'inconsistent: 200 + 40 = 240, văn bản ghi tổng 250.',
    ],
  ])('are compared with it: %s', (_, text, expected) => {
    expect(sums(text)).toContain(expected);
  });

  it.each([
    'Có 100 cán bộ, trong đó 60 đảng viên, 55 người có trình độ đại học.',
    'Tiếp nhận 200 hồ sơ (kỳ trước chuyển sang 15 hồ sơ); đã giải quyết 190 hồ sơ, đang giải quyết 25 hồ sơ.',
    'Có 950 hồ sơ, trong đó 701 hồ sơ trực tuyến, 209 hồ sơ trực tiếp, còn lại qua bưu chính.',
    'Có 31 tổ với 93 thành viên (mỗi tổ 3 người).',
  ])('are not wrong where they need not fill it: %s', (text) => {
    expect(checkText(text).claims.map((claim) => claim.verdict)).not.toContain('inconsistent');
  });
});

describe('a list of lines', () => {
  const list = (last: string): string =>
    `Tổng số kiến nghị: 120 kiến nghị, chia ra:\n- Đã giải quyết: 80 kiến nghị (66,7%);\n- Đang giải quyết: 30 kiến nghị (25%);\n- Còn lại: ${last}.`;

  it('proves its total, and so the share that is wrong', () => {
    expect(sums(list('10 kiến nghị (8,3%)'))).toEqual(['consistent: 80 + 30 + 10 = 120, khớp với tổng 120.']);
    expect(shares(list('10 kiến nghị (3,3%)'))).toContain('10/120=3.3 inconsistent');
  });

  it('is compared with its total when its last line is the rest', () => {
    expect(sums(list('15 kiến nghị'))).toEqual(['inconsistent: 80 + 30 + 15 = 125, văn bản ghi tổng 120.']);
  });

  it('holds lists of its own', () => {
    const nested =
      'Có 90 dự án, gồm:\n- Chuyển tiếp: 60 dự án.\n+ Giao thông: 45 dự án;\n+ Thủy lợi: 15 dự án.\n- Khởi công mới: 30 dự án.';

    expect(sums(nested)).toEqual(
      expect.arrayContaining(['consistent: 60 + 30 = 90, khớp với tổng 90.', 'consistent: 45 + 15 = 60, khớp với tổng 60.']),
    );
  });
});

it('adds up what stands before its total', () => {
  expect(sums('Ngân sách tỉnh 640 tỷ đồng; ngân sách xã 160 tỷ đồng. Tổng vốn huy động 800 tỷ đồng.')).toEqual([
    'consistent: 640 tỷ + 160 tỷ = 800 tỷ, khớp với tổng 800 tỷ.',
  ]);
});

describe('a change printed as a number', () => {
  it.each([
    ['Hộ nghèo còn 512 hộ, giảm 88 hộ so với đầu năm (600 hộ).', 'consistent: Từ 600 đến 512 là giảm 88, khớp với giảm 88 của văn bản.'],
    ['Hộ nghèo còn 512 hộ, giảm 98 hộ so với đầu năm (600 hộ).', 'inconsistent: Từ 600 đến 512 là giảm 88, văn bản ghi giảm 98.'],
    ['Hồ sơ trễ hạn giảm 214 hồ sơ, từ 530 xuống 326 hồ sơ.', 'inconsistent: Từ 530 đến 326 là giảm 204, văn bản ghi giảm 214.'],
    ['Số thôn giảm từ 300 thôn xuống còn 240 thôn, giảm 50 thôn.', 'inconsistent: Từ 300 đến 240 là giảm 60, văn bản ghi giảm 50.'],
  ])('is compared with both levels: %s', (text, expected) => {
    expect(judged(text, 'growth')).toContain(expected);
  });

  it('is left alone when what follows is no earlier level', () => {
    expect(judged('Có 770 đơn vị, tăng 60 đơn vị so với cùng kỳ năm trước; cấp tỉnh là 90 đơn vị.', 'growth')).toEqual([]);
  });
});

describe('a change with its percent', () => {
  it.each([
    ['of the level that it left', 'Số ban giảm từ 40 ban còn 30 ban, giảm 10 ban, tương đương 30%.', '30/40=30 inconsistent'],
    ['of a level in parentheses', 'So với năm 2023 (20 hội nghị) tăng 5 hội nghị, tương đương 28%.', '25/20=28 inconsistent'],
    ['of the level before', 'Giảm 61 đơn vị so với năm 2017 (463 đơn vị), tương đương 18,2%.', '402/463=18.2 inconsistent'],
    ['of both levels as a fraction', 'Cháy rừng giảm 8 vụ (24/32 vụ), giảm 35%.', '24/32=35 inconsistent'],
    ['of both levels as a fraction', 'Cháy rừng giảm 6 vụ (5/11), giảm 54,54%.', '5/11=54.54 consistent'],
    ['of a period named beside the level', 'Xuất khẩu 145 triệu USD, tăng 15,2% (cùng kỳ 128 triệu USD).', '145/128=15.2 inconsistent'],
  ])('is a growth %s: %s', (_, text, expected) => {
    const growth = checkText(text).claims.flatMap(({ kind, numerator, denominator, statedPercent, verdict }) =>
      kind === 'growth' && statedPercent !== null ? [`${numerator}/${denominator}=${statedPercent} ${verdict}`] : [],
    );
    expect(growth).toContain(expected);
  });
});

describe('a thing and all that is not it', () => {
  it.each([
    [
      'Khám 4.120 lượt người (nội trú 384 lượt, ngoại trú 3.735 lượt), đạt 75,6% kế hoạch.',
      ['inconsistent: 384 + 3.735 = 4.119, văn bản ghi tổng 4.120.'],
    ],
    ['Còn 132 hồ sơ đang giải quyết (124 chưa đến hạn, 7 quá hạn).', ['inconsistent: 124 + 7 = 131, văn bản ghi tổng 132.']],
    ['Có 40 phiếu, trong đó 36 phiếu hợp lệ, 3 phiếu không hợp lệ.', ['inconsistent: 36 + 3 = 39, văn bản ghi tổng 40.']],
    ['Có 40 phiếu, trong đó 36 phiếu hợp lệ, 3 phiếu không hợp lệ, 1 phiếu trắng.', ['consistent: 36 + 3 + 1 = 40, khớp với tổng 40.']],
    ['Có 40 phiếu thăm dò, 36 phiếu hợp lệ, 3 phiếu không hợp lệ.', []],
  ])('fill their total: %s', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });
});

describe('what is left of a total', () => {
  it.each([
    [
      'across sentences, when a share tells what was done of what',
      'Phải giải quyết 640 hồ sơ. Đã giải quyết 600 hồ sơ, đạt 93,75%, trong đó đúng hạn 590 hồ sơ. Chuyển kỳ sau 50 hồ sơ.',
      'inconsistent: 600 + 50 = 650, văn bản ghi tổng 640.',
    ],
    [
      'behind the parts of the total',
      'Theo dõi 54 vụ việc, gồm năm trước chuyển sang 39, thụ lý mới 15; đã thi hành xong 5 vụ việc, còn lại 47 vụ việc.',
      'inconsistent: 5 + 47 = 52, văn bản ghi tổng 54.',
    ],
  ])('is compared %s: %s', (_, text, expected) => {
    expect(sums(text)).toContain(expected);
  });
});

describe('two totals with as many parts', () => {
  it('are paired part by part', () => {
    const plan = 'Kế hoạch vốn 300 tỷ đồng (địa phương 200 tỷ đồng, trung ương 100 tỷ đồng).';
    const done =
      'Giải ngân 150 tỷ đồng, đạt 50%, cao hơn cùng kỳ 6,4 điểm phần trăm; trong đó địa phương 90 tỷ đồng, đạt 45%; trung ương 60 tỷ đồng, đạt 68%.';
    expect(shares(`${plan} ${done}`)).toContain('60/100=68 inconsistent');
  });
});

it('a part is a share of the total that its parts add up to, not of a plan', () => {
  const text =
    'Gieo trồng 33.250 ha, đạt 100,76% kế hoạch (kế hoạch 33.000 ha), trong đó lúa 26.600 ha, chiếm 80%; ngô 6.650 ha, chiếm 20%.';
  expect(shares(text)).toEqual(expect.arrayContaining(['26600/33250=80 consistent', '6650/33250=20 consistent']));
});
