// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import modules from '../../modules.json' with { type: 'json' };

const root = new URL('../../../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, root));
const names = Object.keys(modules);

test('a module uses only modules of a lower tier, and those that claim none use none', () => {
  const upward = Object.entries(modules).flatMap(([name, { tier, mayUse }]) =>
    mayUse.filter((used) => modules[used as keyof typeof modules].tier >= tier).map((used) => `${name} → ${used}`),
  );

  expect(upward).toEqual([]);
});

test('every module has its line in the table, its README and its domain page', () => {
  expect(readdirSync(path('server/src/modules')).sort()).toEqual(names.toSorted());
  const missing = names.flatMap((name) =>
    [
      `server/src/modules/${name}/README.md`,
      `server/src/modules/${name}/index.ts`,
      `server/src/modules/${name}/module.ts`,
      `docs/domain/${name}.md`,
    ].filter((file) => !existsSync(path(file))),
  );
  const long = names.filter((name) => readFileSync(path(`server/src/modules/${name}/README.md`), 'utf8').split('\n').length > 60);

  expect({ missing, long }).toEqual({ missing: [], long: [] });
});
