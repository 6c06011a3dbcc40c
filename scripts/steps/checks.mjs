// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, run, tool } from './run.mjs';

const there = (path) => existsSync(join(root, path));
const types = (folder) => () => tool('typescript-native/bin/tsc', ['-p', folder]);

/** The checks without tests, cheapest first; each run gives `{ code, output }`. Boundaries and sizes are the Vitest project `architecture`. */
export function sourceChecks() {
  return [
    {
      name: 'Định dạng và quy tắc viết (biome)',
      run: () => tool('@biomejs/biome/bin/biome', ['check', '--colors=off', '--max-diagnostics=50']),
    },
    { name: 'Kiểu dữ liệu của máy chủ (tsc)', run: types('server') },
    ...(there('web/tsconfig.json') ? [{ name: 'Kiểu dữ liệu của giao diện (tsc)', run: types('web') }] : []),
    { name: 'Kiểu dữ liệu của hành trình và phép đo (tsc)', run: types('e2e') },
    ...(there('scripts/generate.mjs')
      ? [{ name: 'Tệp sinh tự động khớp nguồn', run: () => run(process.execPath, ['scripts/generate.mjs', '--check']) }]
      : []),
  ];
}
