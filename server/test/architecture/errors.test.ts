// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { modulesOf } from '../../src/app.ts';
import { platformBackupErrors } from '../../src/platform/backup/errors.ts';
import { platformDbErrors } from '../../src/platform/db/errors.ts';
import { platformDistributionErrors } from '../../src/platform/distribution/errors.ts';
import { fileErrors, fileRoutes } from '../../src/platform/files/file-routes.ts';
import { platformErrors } from '../../src/platform/http/errors.ts';
import { fill, statusOfKind } from '../../src/platform/http/problem.ts';

const server = fileURLToPath(new URL('../..', import.meta.url));
const modules = modulesOf({ hashPassword: async () => '' });
const catalogues = [
  platformErrors,
  platformDbErrors,
  platformBackupErrors,
  platformDistributionErrors,
  fileErrors,
  ...modules.map((module) => module.errors),
];
const catalogue = Object.assign({}, ...catalogues) as typeof platformErrors;
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { cwd: server, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(server, path), 'utf8'));

const thrown = sources.flatMap((text) =>
  [...text.matchAll(/new AppError\(\s*'(\w+)',\s*'([\w.]+)'/g)].map((match) => ({ kind: match[1], code: match[2] ?? '' })),
);

test('every thrown code has its sentences and the kind that the catalogue names', () => {
  expect(thrown.length).toBeGreaterThan(40);
  expect(thrown.filter(({ code, kind }) => catalogue[code]?.kind !== kind)).toEqual([]);
});

test('no code is listed twice, and every sentence is filled by words', () => {
  const codes = catalogues.flatMap((one) => Object.keys(one));

  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  const poor = Object.entries(catalogue).filter(
    ([, { vi, en, kind }]) => fill(vi, {}).length < 12 || en.length < 8 || !(kind in statusOfKind),
  );
  expect(poor).toEqual([]);
});

test('routes declare only codes that exist', () => {
  const declared = [...fileRoutes, ...modules.flatMap((module) => module.routes)].flatMap((route) => route.errors ?? []);

  expect(declared.filter((code) => !(code in catalogue))).toEqual([]);
});
