// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, expect, test } from 'vitest';
import { options, rules } from '../../dependency-cruiser.mjs';
import modules from '../../modules.json' with { type: 'json' };

const server = fileURLToPath(new URL('../..', import.meta.url));

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Cruised = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[] };
};

async function violationsIn(baseDir: string): Promise<Cruised> {
  const tsConfig = extractTSConfig(join(baseDir, 'tsconfig.json'));
  const tsConfigFile = { fileName: join(baseDir, 'tsconfig.json') };
  const cruiseOptions = {
    ...options,
    tsConfig: tsConfigFile,
    ruleSet: { forbidden: rules },
    validate: true,
    baseDir,
    outputType: 'json',
  } as unknown as ICruiseOptions;
  const result: IReporterOutput = await cruise(['src'], cruiseOptions, options.enhancedResolveOptions, { tsConfig });
  return JSON.parse(String(result.output)) as Cruised;
}

test('no file crosses a wall of the house', async () => {
  const { modules: cruised, summary } = await violationsIn(server);

  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(cruised.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(100);
});

/** One file per rule that breaks just it. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': {
    'src/kernel/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;\n",
    'src/kernel/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;\n",
  },
  'modules-through-their-index': {
    'src/modules/identity/usecases/deep.ts': "import { x } from '../../units/domain/x.ts';\nexport const y = x;\n",
    'src/modules/units/domain/x.ts': 'export const x = 1;\n',
  },
  'domain-is-pure': {
    'src/modules/units/domain/impure.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  },
  'domain-types-only-from-front-doors': {
    'src/modules/units/domain/typed.ts': "import type { Kysely } from 'kysely';\nexport type K = Kysely<unknown>;\n",
  },
  'kernel-knows-nobody': {
    'src/kernel/c.ts': "import { log } from '../platform/log.ts';\nexport const c = log;\n",
    'src/platform/log.ts': 'export const log = 1;\n',
  },
  'platform-knows-no-module': {
    'src/platform/p.ts': "import { u } from '../modules/units/index.ts';\nexport const p = u;\n",
    'src/modules/units/index.ts': 'export const u = 1;\n',
  },
  'http-does-not-query': {
    'src/modules/units/http/r.routes.ts': "import { q } from '../data/q.repo.ts';\nexport const r = q;\n",
    'src/modules/units/data/q.repo.ts': 'export const q = 1;\n',
  },
  'data-knows-no-upper-layer': {
    'src/modules/units/data/d.repo.ts': "import { w } from '../usecases/w.ts';\nexport const d = w;\n",
    'src/modules/units/usecases/w.ts': 'export const w = 1;\n',
  },
  'registration-is-for-the-app': {
    'src/modules/units/usecases/m.ts': "import { m } from '../module.ts';\nexport const n = m;\n",
    'src/modules/units/module.ts': 'export const m = 1;\n',
  },
  ...Object.fromEntries(
    Object.entries(modules).flatMap(([name, { mayUse }]) => {
      const forbidden = Object.keys(modules).find((other) => other !== name && !(mayUse as string[]).includes(other));
      if (!forbidden) return [];
      return [
        [
          `edges-of-${name}`,
          {
            [`src/modules/${name}/usecases/e.ts`]: `import { f } from '#modules/${forbidden}';\nexport const e = f;\n`,
            [`src/modules/${forbidden}/index.ts`]: 'export const f = 1;\n',
          },
        ],
      ];
    }),
  ),
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('every rule has its planted violation, but the edges of a module that may use all others', () => {
  const free = Object.entries(modules).filter(([, { mayUse }]) => mayUse.length === Object.keys(modules).length - 1);

  expect(rules.map(({ name }) => name).filter((name) => !planted[name])).toEqual(free.map(([name]) => `edges-of-${name}`));
});

test.each(Object.entries(planted))('the check sees a planted violation of %s', async (name, files) => {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-walls-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'planted', type: 'module', imports: { '#modules/*': './src/modules/*/index.ts' } }),
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext', allowImportingTsExtensions: true, noEmit: true },
    }),
  );
  symlinkSync(join(server, '..', 'node_modules'), join(folder, 'node_modules'));

  const { summary } = await violationsIn(folder);

  expect(summary.violations.map(({ rule }) => rule.name)).toContain(name);
});
