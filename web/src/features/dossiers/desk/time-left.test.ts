// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const now = new Date('2026-11-23T08:00:00+07:00');

test.each([
  ['2026-11-25T17:00:00+07:00', { isOver: false, unit: 'days', amount: 2 }],
  ['2026-11-23T17:00:00+07:00', { isOver: false, unit: 'hours', amount: 9 }],
  ['2026-11-23T08:20:00+07:00', { isOver: false, unit: 'minutes', amount: 20 }],
  ['2026-11-23T07:20:00+07:00', { isOver: true, unit: 'minutes', amount: 40 }],
  ['2026-11-20T08:00:00+07:00', { isOver: true, unit: 'days', amount: 3 }],
] as const)('a dossier due at %s', (dueAt, left) => {
  expect(timeLeft(dueAt, now)).toEqual(left);
});
