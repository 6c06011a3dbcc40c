// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { formatVietnamese } from '../decimal.ts';
import { readText } from './read-figures.ts';

const figuresOf = (text: string): string[] =>
  readText(text, 0, text.length).figures.map(
    (figure) => `${formatVietnamese(figure.value)}${figure.kind === 'percent' ? '%' : ''}${figure.baseIndex >= 0 ? '/' : ''}`,
  );

it.each([
  'Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Nghị định số 61/2018, Luật số 15/2017/QH14',
  'khoản 2 Điều 5, khoản 3 và mục 1.2',
  'Quyết định số 1234/QĐ-UBND, Kế hoạch số 56/KH-UBND',
  'họp ngày 1/1/2025, sáng 7/4, từ 21/7 đến 20/8, tháng 8/2021, tháng 5-2021, tháng 1.2014, quý I/2023',
  'giai đoạn 2021-2025, năm học 2023-2024, nhiệm kỳ 2020 – 2025',
  'bản đồ tỷ lệ 1/500, quy hoạch tỷ lệ 1/2.000',
  'dịch vụ công mức độ 3,4; mức độ 3, 4; mức độ 3 và 4',
  'trực 24/7, đường dây nóng 0215.3825.123, tổng đài 1022, hotline 1900 1080',
  'lớp 5/6, ngõ 12/7, đường 30/4',
  'xếp thứ 3/10, hạng 5/63, vị trí thứ 9',
  'TCVN ISO 9001:2015, lúc 7h45, 15:55:02',
  'https://example.gov.vn/12/34?x=50% và a@b.vn',
  '1. Kết quả\n2) Tồn tại\n1.1. Chung',
])('sees no figure in: %s', (text) => {
  expect(figuresOf(text)).toEqual([]);
});

it('sees fractions, their bases and percents', () => {
  expect(figuresOf('05/11 cơ quan (đạt 45,45%), 44.076/ 51.922 hồ sơ, 36 trên tổng số 42 người')).toEqual([
    '5/',
    '11',
    '45,45%',
    '44.076/',
    '51.922',
    '36/',
    '42',
  ]);
});

it('scales thousands and millions, and reads a number that touches its word', () => {
  expect(figuresOf('5,65 ngàn hồ sơ, 1,488 triệu lượt, 1.597người')).toEqual(['5.650', '1.488.000', '1.597']);
});

it('does not take pairs of units for a fraction', () => {
  expect(figuresOf('tiếp 866 lượt/964 lượt người, phát 3 buổi/ngày')).toEqual(['866', '964', '3']);
});

it('does not take "tỷ lệ" for billions', () => {
  expect(figuresOf('đạt 12 tỷ lệ nào')).toEqual(['12']);
});

it('does not take 20,5 for a year, nor a real year for a figure', () => {
  expect(figuresOf('giải ngân 20,5 tỷ đồng, kế hoạch 2023 trên 80%')).toEqual(['20.500.000.000', '80%']);
});

it('sees counts behind words that also number things', () => {
  expect(figuresOf('cấp 3.214 phù hiệu; tổng số đại biểu 52, tốc độ 120 trường hợp; biểu 52, cấp 3, cấp độ 2')).toEqual([
    '3.214',
    '52',
    '120',
  ]);
});
