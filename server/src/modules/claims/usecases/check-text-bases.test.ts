// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const shares = (text: string): string[] =>
  checkText(text).claims.flatMap(({ kind, numerator, denominator, statedPercent, verdict }) =>
    (kind === 'ratio' || kind === 'percent_of_total') && denominator !== null && statedPercent !== null
      ? [`${numerator}/${denominator}=${statedPercent} ${verdict}`]
      : [],
  );
const alarms = (text: string): string[] =>
  checkText(text).claims.flatMap((claim) => (claim.verdict === 'inconsistent' ? [claim.message] : []));

describe('the base that is named', () => {
  it.each([
    ['by a slash and a total', 'Đã cấp 45 thẻ/tổng số 60 thẻ, đạt 78%.', '45/60=78 inconsistent'],
    ['with one multiplier for both', 'Giải ngân 12,5/50,2 tỷ đồng (đạt 24,9%).', '12.5/50.2=24.9 consistent'],
    ['with one multiplier for both', 'Giải ngân 3.150/9.000 triệu đồng, đạt 45%.', '3150/9000=45 inconsistent'],
    ['behind the percent', 'Có 830 người tham gia, đạt 61% kế hoạch năm (1.000 người).', '830/1000=61 inconsistent'],
    ['behind the percent', 'Tổ chức 12 lớp cho 640 lượt người, đạt 120% kế hoạch (10 lớp).', '12/10=120 consistent'],
    ['behind the percent', 'Giảm 30 người, bằng 5,9% so với biên chế giao năm 2016 (600 người).', '30/600=5.9 inconsistent'],
    ['at the end of the list', 'Có 12 công chức khá (40%), 18 công chức tốt (70%) trên tổng số 30 công chức.', '18/30=70 inconsistent'],
    [
      'though it is of another thing',
      'Thu nhận 4.750 hồ sơ căn cước, đạt 95% so với tổng số nhân khẩu phải cấp (5.000 người).',
      '4750/5000=95 consistent',
    ],
    [
      'by what was done to it',
      'Thu nhận 4.750 hồ sơ căn cước; kích hoạt cho 3.800 công dân, đạt 78% so với số đã thu nhận.',
      '3800/4750=78 inconsistent',
    ],
    [
      'in the next sentence',
      'Có 7.100 người dùng điện thoại thông minh (đạt 71% tổng số hội viên). Tổng số hội viên: 10.000 người.',
      '7100/10000=71 consistent',
    ],
    ['at the opening', 'Trong số 500 phiếu thu về, có 460 phiếu đồng ý, đạt 29%.', '460/500=29 inconsistent'],
    [
      'by what it is',
      'Tổng số văn bản đến là 840 văn bản, văn bản đi là 620 văn bản. Ký số 589 văn bản, chiếm 85% tổng số văn bản đi.',
      '589/620=85 inconsistent',
    ],
    [
      'by what it is, at the opening',
      'Đã giải quyết 400 hồ sơ. Trong số đã giải quyết, 390 hồ sơ đúng hạn, đạt 87,5%.',
      '390/400=87.5 inconsistent',
    ],
  ])('is found %s: %s', (_, text, expected) => {
    expect(shares(text)).toContain(expected);
  });

  it('is not looked for among other things when it is a plan or another group', () => {
    expect(alarms('Có 300 hộ, trồng rừng 120 hộ, đạt 71% kế hoạch.')).toEqual([]);
    expect(alarms('Có 300 hộ, làm nhà 120 hộ, chiếm 35% số thôn.')).toEqual([]);
  });
});

describe('the base that the neighbourhood proves', () => {
  it.each([
    ['parts that add up to it', 'Có 80 cuộc kiểm tra: 50 cuộc theo kế hoạch (62,5%), 30 cuộc đột xuất (57,5%).', '30/80=57.5 inconsistent'],
    ['a rest', 'Có 340 hồ sơ tồn đọng; đã xử lý 255 hồ sơ (đạt 57%), còn tồn 85 hồ sơ.', '255/340=57 inconsistent'],
    ['the other share of the list', 'Xã có 200 hộ, hộ nghèo 50 hộ chiếm 25%, hộ cận nghèo 36 hộ chiếm 8%.', '36/200=8 inconsistent'],
    ['a slip of two digits', 'Có 3.406 hồ sơ tồn; qua rà soát xử lý 2.959 hồ sơ (đạt 88,68%).', '2959/3406=88.68 inconsistent'],
    ['a slip of the point', 'Nhận 6.000 tin báo, có 27 tin sai địa bàn (chiếm 4,5%).', '27/6000=4.5 inconsistent'],
    ['the count before', 'Phát ra 400 phiếu, thu về 380 phiếu (92%).', '380/400=92 inconsistent'],
    ['an amount of money before', 'Phải thu 412,5 tỷ đồng, đã thu xong 330 tỷ đồng, đạt 76%.', '330/412.5=76 inconsistent'],
    ['a thing without a lexicon entry', 'Có 400 điều tra viên, trong đó 390 người tập huấn (chiếm 95,7%).', '390/400=95.7 inconsistent'],
    ['shares in parentheses', 'Hỏi 200 hộ: 62% (124 hộ) đồng ý; 28% (56 hộ) không; 20% (20 hộ) chưa rõ.', '20/200=20 inconsistent'],
    [
      'the rest of one count among several',
      'Có 900 nhà tạm; khởi công 810 nhà (90%), xong 640 nhà; còn 90 nhà chưa làm, chiếm 16%.',
      '90/900=16 inconsistent',
    ],
    ['the sentence before', 'Có 120 đơn thuộc thẩm quyền. Đã giải quyết 90 đơn, đạt 70%.', '90/120=70 inconsistent'],
  ])('by %s: %s', (_, text, expected) => {
    expect(shares(text)).toContain(expected);
  });

  it('is searched through the items of a list', () => {
    const text =
      'Tổng số hồ sơ giải quyết: 2.000 hồ sơ. Trong đó:\n- Hồ sơ trước hạn: 1.500 hồ sơ (chiếm 75%).\n- Hồ sơ đúng hạn: 480 hồ sơ (chiếm 24%).\n- Hồ sơ trễ hạn: 20 hồ sơ (chiếm 10%).';

    expect(shares(text)).toEqual(['1500/2000=75 consistent', '480/2000=24 consistent', '20/2000=10 inconsistent']);
  });

  it('is no printed number when two shares point to another one', () => {
    const text = 'Giải quyết 17.922 hồ sơ; trước hạn 16.307 hồ sơ (chiếm 88,5%); trễ hạn 951 hồ sơ (chiếm 5,16%).';

    expect(alarms(text)).toEqual([]);
  });

  it('is no printed total when the shares are those of the sum of the classes', () => {
    expect(alarms('Tiếp nhận 6.302 hồ sơ; đúng hạn 4.157 hồ sơ (99,71%), quá hạn 12 hồ sơ (0,29%).')).toEqual([]);
  });
});

describe('the count that a percent belongs to', () => {
  it.each([
    ['Có 9/12 phòng và 18/24 xã báo cáo, đạt lần lượt 75% và 80%.', ['9/12=75 consistent', '18/24=80 inconsistent']],
    ['Có 90 phiếu tốt - 75%; 30 phiếu khá - 20%, trên tổng số 120 phiếu.', ['90/120=75 consistent', '30/120=20 inconsistent']],
    ['Có 96 ý kiến (15%), 32 ý kiến (15%) trong tổng số 640 ý kiến.', ['96/640=15 consistent', '32/640=15 inconsistent']],
    ['Có 500 trường hợp, lỗi tốc độ 120 trường hợp, chiếm 24%.', ['120/500=24 consistent']],
    [
      'Có 200 hồ sơ, trong đó đất đai 80 hồ sơ. Trễ hạn 16 hồ sơ, chiếm 20% số hồ sơ đất đai và 5% tổng số hồ sơ là 200 hồ sơ.',
      ['16/80=20 consistent', '16/200=5 inconsistent'],
    ],
    ['Giao 250 nhiệm vụ. Đã hoàn thành 215 nhiệm vụ, đang thực hiện 35 nhiệm vụ. Tỷ lệ hoàn thành đạt 86,0%.', ['215/250=86 consistent']],
    ['Trong 800 hồ sơ có 720 hồ sơ trả trước hạn và 68 hồ sơ trả đúng hạn, đạt 98,5%.', ['788/800=98.5 consistent']],
    ['Có 640 giao dịch/800 hồ sơ phải nộp phí, đạt tỷ lệ 81,5%.', ['640/800=81.5 inconsistent']],
    ['Có 300 hộ/1.500 khẩu, trong đó hộ nghèo 61 hộ/350 khẩu, chiếm 20,33%.', ['61/300=20.33 consistent']],
    ['Trung cấp 6 người (12%), đại học 44 người (88%) trên tổng số 50 người.', ['6/50=12 consistent', '44/50=88 consistent']],
    ['Học sinh thành phố 190/200 em (95%).', ['190/200=95 consistent']],
    ['Số thực thu 1 tỷ 250 triệu đồng; nợ 0,5 tỷ đồng, chiếm 40% số thực thu.', ['0.5/1.25=40 consistent']],
    ['Hồ sơ trực tuyến chiếm 71,5% tổng số, tương ứng 286/400 hồ sơ.', ['286/400=71.5 consistent']],
    ['Có 500 thôn có nhà văn hóa, trong đó 350 nhà văn hóa đạt chuẩn, bằng 70% số nhà văn hóa.', ['350/500=70 consistent']],
    ['Doanh thu 612,5 triệu đồng, đạt 122,5% kế hoạch năm 500 triệu đồng.', ['612.5/500=122.5 consistent']],
    ['Có 12/45 xã có tỷ lệ số hóa dưới 50%.', []],
    ['Mạng phủ 98,75% thôn, bản (79/80 thôn, bản).', ['79/80=98.75 consistent']],
    ['Có 30 cán bộ, công chức, viên chức xếp loại tốt (60%), trên tổng số 50 người.', ['30/50=60 consistent']],
    ['Có 500 cử tri; tán thành 450, chiếm 90%; không tán thành 9, chiếm 1,8%.', ['450/500=90 consistent', '9/500=1.8 consistent']],
  ])('is found: %s', (text, expected) => {
    expect(shares(text)).toEqual(expected);
  });
});

it('compares the levels of government with the total that announces them', () => {
  expect(alarms('Có 1.905 thủ tục, trong đó cấp tỉnh 1.561 thủ tục, cấp huyện 218 thủ tục và cấp xã 136 thủ tục.')).toHaveLength(1);
  expect(alarms('Có 300 thủ tục liên thông; cấp huyện 218 thủ tục, cấp xã 136 thủ tục.')).toEqual([]);
});

it('asks where parts that may overlap exceed their total by little', () => {
  const text = 'Cấp 3.214 phù hiệu, trong đó qua mạng 3.198 phù hiệu, đạt 99,5%; thu hồi 57 phù hiệu.';

  expect(alarms(text)).toEqual([]);
  expect(checkText(text).claims.map((claim) => claim.message)).toContain('3.198 + 57 = 3.255, lớn hơn tổng 3.214 của văn bản.');
});

it('compares a plain list with its total', () => {
  expect(alarms('Ban hành 27 văn bản, gồm 9 nghị quyết, 16 quyết định và 4 chỉ thị.')).toHaveLength(1);
  expect(alarms('Ban hành 29 văn bản, gồm 9 nghị quyết, 16 quyết định và 4 chỉ thị.')).toEqual([]);
});

describe('a change', () => {
  const growth = (text: string): string[] =>
    checkText(text).claims.flatMap(({ kind, verdict, finding }) =>
      kind === 'growth' ? [`${finding.params['before'] ?? ''} ${verdict}`] : [],
    );

  it.each([
    ['Xử lý 76 vụ, giảm 24 vụ (giảm 24%).', '100 consistent'],
    ['Xử lý 76 vụ, giảm 24 vụ (giảm 31,6%).', '100 inconsistent'],
    ['So với cùng kỳ (50 đơn) giảm 5 đơn, tương ứng giảm 10%.', '50 consistent'],
    ['Tiếp nhận 45 đơn, giảm 11,1% so với cùng kỳ năm 2022 (50 đơn).', '50 inconsistent'],
    ['Có 110 hộ kinh doanh, tăng từ 100 hộ, tương đương tăng 9,1%.', '100 inconsistent'],
    ['Còn 145 vụ so với 182 vụ cùng kỳ năm trước (giảm 20,3%).', '182 consistent'],
    ['Thu phí 1.245 triệu đồng, tăng 15,5% so với cùng kỳ năm 2024 là 1.107 triệu đồng.', '1.107 triệu inconsistent'],
    ['Thời gian giảm từ 200 ngày xuống còn 150 ngày, tương đương 25%.', '200 consistent'],
    ['Có 790 lao động, bằng 93% kế hoạch (850 lao động), tăng 3,3% so với cùng kỳ (765 lao động).', '765 consistent'],
    ['Thu 415 tỷ đồng, tăng 12% so với cùng kỳ (trong đó thuế 300 tỷ đồng).', ' undecidable'],
  ])('is judged by its earlier value: %s', (text, expected) => {
    expect(growth(text)).toEqual([expected]);
  });
});

describe('however it is typed', () => {
  const text =
    'Trong 9 tháng đầu năm, bộ phận một cửa của thị xã đã tiếp nhận tổng cộng 14.500 hồ sơ, trong đó trực tuyến 11.600 hồ sơ, đạt tỷ lệ 80%.';
  const expected = ['11600/14500=80 consistent'];

  it.each([
    ['with a line end behind the number', text.replace('14.500 ', '14.500\n')],
    ['with a line end before the percent', text.replace('tỷ lệ 80', 'tỷ lệ\n80')],
    ['with a line end before a capital', text.replace('thị xã', 'thị xã Mường\nLay')],
    ['with fixed spaces in the numbers', text.replaceAll('.500', '\u00a0500').replace('.600', '\u202f600')],
    ['in words', text.replace('80%', '80 phần trăm')],
  ])('is read %s', (_, typed) => {
    expect(shares(typed)).toEqual(expected);
  });

  it('is read from the cells of a spreadsheet', () => {
    const table =
      'TT\tĐơn vị\tTiếp nhận\tĐúng hạn\tTỷ lệ (%)\n1\tXã A\t200\t150\t75\n2\tXã B\t400\t300\t57\n3\tXã C\t80\t60\t75\n\tTổng\t680\t510\t75';

    expect(shares(table)).toEqual(['150/200=75 consistent', '300/400=57 inconsistent', '60/80=75 consistent', '510/680=75 consistent']);
  });

  it('is read where the total row fills two cells', () => {
    const table =
      'TT | Xã | Tiếp nhận | Đúng hạn | Tỷ lệ\n1 | Xã A | 80 | 60 | 75%\n2 | Xã B | 50 | 45 | 80%\n3 | Xã C | 20 | 19 | 95%\nCộng | 150 | 124 | 82,7%';

    expect(shares(table)).toEqual(['60/80=75 consistent', '45/50=80 inconsistent', '19/20=95 consistent', '124/150=82.7 consistent']);
  });

  it('is read where a rate takes two columns together', () => {
    const table =
      'Xã | Giải quyết | Trước hạn | Đúng hạn | Tỷ lệ trước và đúng hạn\nXã A | 80 | 40 | 20 | 75%\nXã B | 50 | 30 | 15 | 80%\nXã C | 20 | 10 | 9 | 95%';

    expect(shares(table)).toEqual(['60/80=75 consistent', '45/50=80 inconsistent', '19/20=95 consistent']);
  });

  it('is told where the total of one column is wrong and that of another right', () => {
    const table = 'Xã | Nam | Nữ\nXã A | 10 | 5\nXã B | 20 | 6\nTổng | 30 | 12';

    expect(alarms(table)).toEqual(['5 + 6 = 11, văn bản ghi tổng 12.']);
  });

  it('keeps the rows of a table and the items of a list apart', () => {
    const table = 'Đơn vị báo cáo về kết quả giải quyết hồ sơ | Tiếp nhận | Đúng hạn | Tỷ lệ\nXã A | 40 | 20 | 50%\nXã B | 30 | 27 | 90%';

    expect(shares(table)).toEqual(['20/40=50 consistent', '27/30=90 consistent']);
  });
});
