// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('./{vi,en}/*.json', { eager: true, import: 'default' });
const features = Object.keys(files)
  .filter((path) => path.startsWith('./vi/'))
  .map((path) => path.slice('./vi/'.length));

function keysOf(value: unknown, prefix = ''): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => keysOf(one, `${prefix}${key}.`))
    : [prefix.slice(0, -1)];
}

function sentences(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [String(value)];
}

test.each(features)('%s has the same words in Vietnamese and in English', (feature) => {
  expect(keysOf(files[`./en/${feature}`])).toEqual(expect.arrayContaining(keysOf(files[`./vi/${feature}`])));
  expect(keysOf(files[`./en/${feature}`]).length).toBe(keysOf(files[`./vi/${feature}`]).length);
});

test('no sentence shouts or is empty', () => {
  expect(features.length).toBeGreaterThan(5);
  expect(
    Object.values(files)
      .flatMap(sentences)
      .filter((text) => text.includes('!') || text.trim() === ''),
  ).toEqual([]);
});
