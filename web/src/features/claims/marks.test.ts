// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { markText } from './marks.ts';

const text = 'Huyện kiểm tra 05/11 cơ quan (đạt 45,45%), 07/21 xã (đạt 30%).';

test('pieces joined give the text again', () => {
  const blocks = markText(text, [
    { start: 15, end: 40, verdict: 'consistent' },
    { start: 43, end: 61, verdict: 'inconsistent' },
  ]);
  expect(
    blocks
      .flatMap((block) => block.pieces)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('where two claims overlap the graver one is marked', () => {
  const [block] = markText(text, [
    { start: 0, end: 62, verdict: 'question' },
    { start: 43, end: 61, verdict: 'inconsistent' },
  ]);
  expect(block?.pieces.map((piece) => piece.claim)).toEqual([0, 1, 0]);
});

test('a text of two megabytes with ten thousand claims is marked within a second', () => {
  const long = `${text}\n`.repeat(32_000);
  const claims = Array.from({ length: 10_000 }, (_, index) => ({
    start: index * 190 + 15,
    end: index * 190 + 40,
    verdict: 'consistent' as const,
  }));
  const before = performance.now();
  const blocks = markText(long, claims);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(blocks.length).toBeGreaterThan(1_000);
});
