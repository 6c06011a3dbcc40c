// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { changedLines } from './changed-lines.ts';

test('of lists of lines only what changed is shown', () => {
  expect(changedLines('a\nb\nc', 'a\nx\nc')).toEqual({ from: 'b', to: 'x' });
  expect(changedLines('a', 'a\nb')).toEqual({ from: '', to: 'b' });
  expect(changedLines('a\nb', 'b\na')).toEqual({ from: 'a\nb', to: 'b\na' });
  expect(changedLines('5', '4')).toEqual({ from: '5', to: '4' });
});
