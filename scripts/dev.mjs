// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, step } from './steps/report.mjs';
import { releaseSignals, root } from './steps/run.mjs';

const api = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

await runScript(async () => {
  checkNode();
  await step('Cài các gói phần mềm', install);
});
releaseSignals();

// Ctrl-C reaches both by the terminal; SIGTERM is passed on. When one ends, the other is ended too.
const programs = [
  start('tsx/dist/cli.mjs', [
    'watch',
    '--clear-screen=false',
    '--conditions=development',
    'server/src/program.ts',
    ...process.argv.slice(2),
  ]),
  start('vite/bin/vite.js', ['web', '--clearScreen', 'false'], { TUONGMINH_API: api }),
];
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stopAll);
const codes = await Promise.all(programs.map(endOf));
process.exit(Math.max(...codes));

function start(file, args, env = {}) {
  return spawn(process.execPath, [`${root}/node_modules/${file}`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
}

async function endOf(program) {
  const [code] = await once(program, 'exit');
  stopAll();
  return code ?? 0;
}

function stopAll() {
  for (const program of programs) program.kill('SIGTERM');
}
