// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { textRuns, tokenOf } from './quoted-figures.ts';

test('a text is cut into words and quoted figures, in order', () => {
  expect(textRuns('Đạt {{figure:communes}} xã, tức {{figure:communes:recomputed}}.')).toEqual([
    { text: 'Đạt ' },
    { code: 'communes', part: null },
    { text: ' xã, tức ' },
    { code: 'communes', part: 'recomputed' },
    { text: '.' },
  ]);
});

test('the token that is put into a text is read back as the figure', () => {
  expect(textRuns(tokenOf({ code: 'may_tinh_2' }))).toEqual([{ code: 'may_tinh_2', part: null }]);
});
