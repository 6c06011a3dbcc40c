// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../../../shared/testing/render-page.tsx';
import { Gaps } from './gaps.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { MissingList } from './missing-list.tsx';
import { NationalTable } from './national-table.tsx';
import type { MetricSheet, National, UnitIndex } from './service-index.api.ts';

const named = (text: string) => ({ vi: text, en: text });
const line = (code: string, score: string, rank: number, isOwn = false): National['lines'][number] => ({
  key: code,
  code,
  name: `UBND tỉnh ${code}`,
  isOwn,
  total: { score, rank, place: 'provinces[0].totalScore', computed: isOwn ? '11.20' : score },
  groups: [{ group: 'progress', score, rank, place: 'provinces[0].groups.TDGQ' }],
});
const table: National = {
  source: {
    id: 's',
    name: 'tinh.json',
    note: 'Bảng công khai',
    asOf: '2026-10-05',
    period: '2026',
    importedAt: '2026-10-06T01:00:00Z',
    importedBy: 'Hệ thống',
  },
  tables: [{ id: 's', asOf: '2026-10-05', period: '2026' }],
  lines: [line('H01', '12.5', 1), line('H18', '11.25', 2, true)],
  columns: [
    {
      group: 'overall',
      portalCode: null,
      name: named('Tổng'),
      maximum: '100',
      best: '12.5',
      bestNames: ['UBND tỉnh H01'],
      mean: '11.88',
      gap: '1.25',
    },
    {
      group: 'progress',
      portalCode: 'TDGQ',
      name: named('Tiến độ'),
      maximum: '20',
      best: '12.5',
      bestNames: ['UBND tỉnh H01'],
      mean: '11.88',
      gap: '1.25',
    },
  ],
  citation: 'Quyết định 766/QĐ-TTg',
};

const source = {
  name: 'tien-do.json',
  note: null,
  place: 'data.children[1]',
  asOf: '2026-09-26',
  importedAt: '2026-09-26T03:00:00Z',
  importedBy: 'Lò Thị Hoa',
};
const figure = { official: '6', officialRatio: '28.57', computed: '5.71', computedRatio: '28.57', apart: '0.29', source };
const metric: MetricSheet = {
  code: 'PROGRESS_ON_TIME',
  documentCode: '2.1',
  name: named('Hồ sơ đúng hạn'),
  maximum: '20',
  rule: 'proportional',
  fullFromPercent: null,
  certainty: 'confirmed',
  note: null,
  numerator: { value: 10, name: { vi: 'Hồ sơ đúng hạn', en: 'In time' }, unit: { vi: 'hồ sơ', en: 'dossiers' } },
  denominator: { value: 35, name: { vi: 'Hồ sơ tiếp nhận', en: 'Received' }, unit: { vi: 'hồ sơ', en: 'dossiers' } },
  ratio: '28.57',
  score: '5.71',
  missing: { points: '14.29', more: 25, further: 99_965 },
  figure,
  dataQuality: null,
};
const index: UnitIndex = {
  unit: { key: 'p-2', code: 'H99.02', name: 'UBND xã Hai', isProvince: false, provinceKey: 'p-0', unitId: null },
  period: '2026',
  periods: ['2026'],
  total: { score: '6.00', ratio: '6.00', known: 1, official: null },
  groups: [{ group: 'progress', portalCode: 'TDGQ', name: named('Tiến độ'), maximum: '20', figure, metrics: [metric] }],
  months: [],
  rules: { number: 1, citation: 'Quyết định 766/QĐ-TTg', basis: 'Tài liệu.' },
};

test('the own province is named so; its total opens to source, place and the computed sum that differs', async () => {
  await renderPage(<NationalTable table={table} />);
  expect(await screen.findByText('tỉnh mình')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: /11,25.*Hai số không khớp/ })[0] as HTMLElement);

  const card = within(await screen.findByRole('dialog'));
  expect(card.getByText(/hạng 2\/2/)).toBeTruthy();
  expect(card.getByText(/Bảng công khai · chỗ provinces\[0\]/)).toBeTruthy();
  expect(card.getByText('11,20')).toBeTruthy();
});

test('the gap to the best names the best', async () => {
  await renderPage(<Gaps table={table} />);

  const told = 'Kém 1,25 điểm so với UBND tỉnh H01';
  expect(await screen.findByText((_, element) => element?.className === 'small soft' && element.textContent === told)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^1,25/ }));
  expect(await screen.findByText(/Điểm cao nhất 12,50 trừ điểm tỉnh mình 11,25/)).toBeTruthy();
});

test('published points are those in use; opened, they show counts, source and the computed ones', async () => {
  await renderPage(<MetricsTable index={index} />);
  const [, opened] = await screen.findAllByRole('button', { name: /6,00.*Hai số không khớp/ });
  fireEvent.click(opened as HTMLElement);

  const card = within(await screen.findByRole('dialog'));
  for (const text of ['10', '35', /tien-do\.json · chỗ data\.children\[1\]/, '5,71', /Điểm = 20 × tử số \/ mẫu số/, '26/09/2026'])
    expect(card.getAllByText(text).length).toBeGreaterThan(0);
});

test('what is missing is told in points and in whole numbers', async () => {
  await renderPage(<MissingList index={index} />);

  expect(await screen.findByText('14,29')).toBeTruthy();
  expect(screen.getByText('25 hồ sơ')).toBeTruthy();
  expect(screen.getByText('99.965 hồ sơ')).toBeTruthy();
});
