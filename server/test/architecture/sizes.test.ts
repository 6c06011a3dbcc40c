// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('.gen.'));
const linesOf = new Map(tracked.map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length]));
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
const sources = [...linesOf].filter(([path]) => !isTest(path));

function quantile(share: number): number {
  const sizes = sources.map(([, lines]) => lines).sort((a, b) => a - b);
  return sizes[Math.floor(share * (sizes.length - 1))] ?? 0;
}

test('files stay small: median at most 80 lines, 95th percentile at most 250, none over 400 (tests 600)', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(quantile(0.5)).toBeLessThanOrEqual(80);
  expect(quantile(0.95)).toBeLessThanOrEqual(250);
  expect([...linesOf].filter(([path, lines]) => lines > (isTest(path) ? 600 : 400))).toEqual([]);
});

test('no folder holds more than twenty files, and none is a heap by name', () => {
  const folders = new Map<string, number>();
  for (const path of tracked) if (!isTest(path)) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);

  expect([...folders].filter(([, count]) => count > 20)).toEqual([]);
  expect(tracked.filter((path) => /(^|\/)(utils?|helpers?|commons?|misc)(\/|\.ts)/.test(path))).toEqual([]);
});

test('every source file begins with its licence', () => {
  expect(
    tracked.filter(
      (path) =>
        !readFileSync(join(root, path), 'utf8')
          .replace(/^#!.*\n/, '')
          .startsWith('// SPDX-License-Identifier: Apache-2.0'),
    ),
  ).toEqual([]);
});

test('suppressions and TODOs can only fall', () => {
  const count = (pattern: RegExp): number =>
    tracked
      .filter((path) => !path.includes('test/architecture'))
      .reduce((sum, path) => sum + (readFileSync(join(root, path), 'utf8').match(pattern)?.length ?? 0), 0);

  expect(count(/@ts-ignore|@ts-expect-error|biome-ignore|eslint-disable/g)).toBeLessThanOrEqual(5);
  expect(count(/TODO(?!\(#\d+\))|FIXME/g)).toBe(0);
  expect(count(/\bvi\.mock\(/g)).toBe(0);
});
