// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

const modules = JSON.parse(readFileSync(new URL('./modules.json', import.meta.url), 'utf8'));
const inside = (name) => `^src/modules/${name}/`;
const tests = '\\.test\\.ts$';

/** The boundaries of the house; each rule is also run on a planted violation (`test/architecture/boundaries.test.ts`). */
export const rules = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'modules-through-their-index',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/', pathNot: tests },
    to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
  },
  ...Object.entries(modules).map(([name, { mayUse }]) => ({
    name: `edges-of-${name}`,
    severity: 'error',
    from: { path: inside(name), pathNot: tests },
    to: { path: '^src/modules/', pathNot: [name, ...mayUse].map(inside) },
  })),
  {
    name: 'domain-is-pure',
    severity: 'error',
    from: { path: '/domain/', pathNot: tests },
    to: { pathNot: ['^src/modules/[^/]+/domain/', '^src/kernel/'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'domain-types-only-from-front-doors',
    severity: 'error',
    from: { path: '/domain/', pathNot: tests },
    to: { pathNot: ['^src/modules/[^/]+/(domain/|index\\.ts$)', '^src/kernel/', '^src/platform/(auth|permissions)/'] },
  },
  {
    name: 'kernel-knows-nobody',
    severity: 'error',
    from: { path: '^src/kernel/', pathNot: tests },
    to: { path: '^src/(platform|modules)/' },
  },
  {
    name: 'platform-knows-no-module',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: tests },
    to: { path: '^src/(modules/|app|main|seed|cli)' },
  },
  { name: 'http-does-not-query', severity: 'error', from: { path: '/http/', pathNot: tests }, to: { path: '/data/[^/]+\\.repo\\.ts$' } },
  { name: 'data-knows-no-upper-layer', severity: 'error', from: { path: '/data/', pathNot: tests }, to: { path: '/(http|usecases)/' } },
  {
    name: 'registration-is-for-the-app',
    severity: 'error',
    from: { path: '^src/modules/', pathNot: tests },
    to: { path: '^src/modules/[^/]+/module\\.ts$' },
  },
];

export const options = {
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: { conditionNames: ['development', 'import', 'node', 'default', 'types'], exportsFields: ['exports'] },
};
