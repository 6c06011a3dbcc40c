// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** What a page may weigh on its first load, gzipped: a slow office line brings it in two seconds. */
const limit = 250_000;

type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[]; readonly isEntry?: boolean };

const web = fileURLToPath(new URL('../web/', import.meta.url));
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(web, 'dist/.vite/manifest.json'), 'utf8'));
const router = readFileSync(join(web, 'src/app/router.tsx'), 'utf8');
const loads = [...router.matchAll(/import\('([^']+)'\)/g)].map((match) => relative(web, join(web, 'src/app', match[1] ?? '')));
const frames = { signedIn: 'src/app/shell.tsx', citizen: 'src/app/citizen-layout.tsx' };
const pages = loads.filter((path) => !Object.values(frames).includes(path));
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';

/** What else the address of a page may ask for at once: the tab that it names. */
const partsByAddress: Readonly<Record<string, readonly string[]>> = {
  'src/features/inspections/visits/visit-page.tsx': [
    'src/features/inspections/visits/overview-tab.tsx',
    'src/features/inspections/visits/report-tab.tsx',
    'src/features/inspections/figures/figures-tab.tsx',
    'src/features/inspections/answers/checklist-tab.tsx',
    'src/features/inspections/samples/samples-tab.tsx',
    'src/features/inspections/visits/statements-tab.tsx',
    'src/features/inspections/visits/recommendations-tab.tsx',
  ],
  'src/app/home-page.tsx': ['src/features/dossiers/desk/desk-today.tsx'],
  'src/features/dossiers/statistics-page.tsx': ['src/features/dossiers/statistics-map.tsx'],
};

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const size = sizes.get(file) ?? gzipSync(readFileSync(join(web, 'dist', file))).length;
  sizes.set(file, size);
  return size;
}

/** The files of the build that these modules bring with them, without what they fetch later. */
function filesOf(keys: readonly string[], files = new Set<string>(), seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build`);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    filesOf(chunk.imports ?? [], files, seen);
  }
  return files;
}

const spaces = new Map<string, readonly string[]>();

/** The words that a source asks for, and those of everything it imports. */
function wordsOf(path: string, words = new Set<string>(), seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !/\.tsx?$/.test(path) || !existsSync(join(web, path))) return words;
  seen.add(path);
  const source = readFileSync(join(web, path), 'utf8');
  const own = spaces.get(path) ?? [...source.matchAll(/useTranslation\(([^)]+)\)/g)].flatMap((call) => quoted(call[1] ?? ''));
  spaces.set(path, own);
  for (const word of own) words.add(word);
  for (const [, from] of source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm))
    wordsOf(relative(web, join(web, dirname(path), from ?? '')), words, seen);
  return words;
}

function quoted(text: string): string[] {
  return [...text.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
}

function weightOf(page: string, language: 'vi' | 'en', part?: string): number {
  const frame = page.includes('/citizen/') ? frames.citizen : page.includes('/sign-in') ? [] : frames.signedIn;
  const modules = [entry, frame, page, part ?? []].flat();
  const words = new Set(modules.filter((key) => key.startsWith('src/')).flatMap((key) => [...wordsOf(key)]));
  // The common words in Vietnamese are in the entry.
  const wordFiles = [...words].filter((name) => name !== 'common').map((name) => `src/shared/i18n/${language}/${name}.json`);
  if (language === 'en') wordFiles.push('src/shared/i18n/en/common.json');
  const files = filesOf([...modules, ...wordFiles]);
  return ['index.html', ...files].reduce((sum, file) => sum + sizeOf(file), 0);
}

const weights = (['vi', 'en'] as const).flatMap((language) =>
  pages.flatMap((page) =>
    [undefined, ...(partsByAddress[page] ?? [])].map((part) => ({
      page: [page, part, language].filter(Boolean).join(' + '),
      bytes: weightOf(page, language, part),
    })),
  ),
);

test('every page of the router is counted, with its frame and its words', () => {
  expect(pages.length).toBe([...router.matchAll(/\bpage\(\s*'/g)].length);
  expect([...wordsOf('src/features/inspections/rounds/round-page.tsx')]).toEqual(expect.arrayContaining(['inspections', 'actions']));
  expect(Math.min(...weights.map(({ bytes }) => bytes))).toBeGreaterThan(100_000);
});

test(`the first load of every page stays within ${limit} bytes`, () => {
  const tooHeavy = weights.filter(({ bytes }) => bytes > limit).map(({ page, bytes }) => `${page}: ${bytes}`);

  expect(tooHeavy).toEqual([]);
});
