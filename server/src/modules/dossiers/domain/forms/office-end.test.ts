// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { SlipFacts } from './facts.ts';
import { dueByOfficeHours } from './office-end.ts';
import { writtenDue } from './written.ts';

const hours = [
  { from: 450, to: 690 },
  { from: 810, to: 1050 },
];
const facts = (dueAt: string | null) => ({ dueAt, computedDueAt: null, steps: [] as SlipFacts['steps'] }) as SlipFacts;
const due = (dueAt: string | null, spans = hours) => writtenDue(dueByOfficeHours(facts(dueAt), { officeSpans: () => spans }).dueAt);

test('a whole day ends on a form with the office hours of that day, and where there are none with the day itself', () => {
  expect(due('2022-09-19T23:59:00+07:00')).toBe('17 giờ 30 phút, ngày 19/9/2022');
  expect(due('2022-09-19T16:59:00Z')).toBe('17 giờ 30 phút, ngày 19/9/2022');
  expect(due('2022-09-19T23:59:00+07:00', [])).toBe('hết ngày 19/9/2022');
});

test('a due moment with an hour of its own stays as it is', () => {
  expect(due('2022-09-19T10:15:00+07:00')).toBe('10 giờ 15 phút, ngày 19/9/2022');
});
