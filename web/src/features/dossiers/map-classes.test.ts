// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { classEnds, classOf } from './map-classes.ts';

test('values fall into at most four classes of as many units each, nothing into one of its own', () => {
  const ends = classEnds([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(ends).toEqual([2, 4, 6, 8]);
  expect([0, 1, 2, 3, 8].map((value) => classOf(value, ends))).toEqual([0, 1, 1, 2, 4]);
  expect(classEnds([5, 5, 5, 0])).toEqual([5]);
  expect(classEnds([0, 0])).toEqual([]);
});
