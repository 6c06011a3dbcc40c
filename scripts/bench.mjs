// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, step } from './steps/report.mjs';
import { root, run } from './steps/run.mjs';

await runScript(async () => {
  checkNode();
  await step('Cài các gói phần mềm', install);
  const folder = join(root, 'bench');
  const wanted = process.argv.slice(2);
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => /\.bench\.(mjs|ts)$/.test(name)).sort();
  const chosen = files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (chosen.length === 0) process.stdout.write('Không có phép đo nào trong bench/\n');
  for (const name of chosen) {
    process.stdout.write(`\n${name}\n`);
    const { code } = await run(process.execPath, ['--conditions=development', '--import', 'tsx', join('bench', name)], { live: true });
    if (code !== 0) process.exitCode = 1;
  }
});
