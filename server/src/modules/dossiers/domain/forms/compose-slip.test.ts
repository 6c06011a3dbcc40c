// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { composeSlip } from './compose-slip.ts';
import type { SlipFacts } from './facts.ts';
import { type FormEntry, formNumbered, formRegimeOn } from './form-list.ts';
import { slipTexts } from './slip.ts';
import { writtenLimit } from './written.ts';

const paper = { required: true, originals: 0, copies: 0, handed: false, note: null };
const facts: SlipFacts = {
  code: 'H18.21-261005-0012',
  unitName: 'UBND xã Mường Phăng',
  procedureName: 'Đăng ký khai sinh',
  limit: { amount: 0.5, unit: 'working_days' },
  applicantName: 'Lò Thị Xuân',
  applicant: null,
  subject: null,
  submittedAt: '2026-10-05T08:00:00+07:00',
  receivedAt: null,
  dueAt: null,
  computedDueAt: null,
  finishedAt: null,
  timeliness: null,
  state: 'paused',
  papers: [
    { ...paper, name: 'Tờ khai', handed: true, originals: 1 },
    { ...paper, name: 'Giấy chứng sinh' },
    { ...paper, name: 'Giấy uỷ quyền', required: false },
  ],
  steps: [
    {
      event: 'supplement_requested',
      status: 5,
      at: '2026-10-05T09:00:00+07:00',
      dueAt: null,
      actorName: 'Cán bộ',
      reason: 'Chưa có giấy chứng sinh',
      details: null,
    },
  ],
};
const regime = formRegimeOn('2026-10-05');
const form = (number: string): FormEntry => formNumbered(regime, number) as FormEntry;

test('a request for papers names every required paper that is missing and none that only a case asks for', () => {
  const texts = slipTexts(composeSlip(regime, form('02'), facts, 'Xã Mường Phăng, ngày 05 tháng 10 năm 2026'));
  expect(texts).toEqual(
    expect.arrayContaining(['H18.21-261005-0012', 'Lò Thị Xuân', 'Chưa có giấy chứng sinh', 'Giấy tờ còn thiếu:', '1. Giấy chứng sinh']),
  );
  expect(texts.join()).not.toContain('Giấy uỷ quyền');
});

test('numbers 05 and 06 mean what the circular of the day says', () => {
  const kinds = (day: string) => formRegimeOn(day).forms.map(({ number, kind }) => `${number} ${kind}`);
  expect(kinds('2022-09-14').slice(4)).toEqual(['05 control', '06 register']);
  expect(kinds('2025-09-14').slice(4)).toEqual(['05 control', '06 register']);
  expect(kinds('2025-09-15').slice(4)).toEqual(['05 stop', '06 control', '07 register']);
  expect(formRegimeOn('2018-05-01').key).toBe('circular_01_2018');
});

test('limits are written as the law words them', () => {
  expect([0, 0.5, 15].map((amount) => writtenLimit({ amount, unit: 'working_days' }))).toEqual([
    'Trong ngày',
    '0,5 ngày làm việc',
    '15 ngày làm việc',
  ]);
  expect(writtenLimit(null)).toBe('Không quy định');
});
