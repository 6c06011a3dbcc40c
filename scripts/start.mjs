// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildAll } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, step } from './steps/report.mjs';
import { releaseSignals, root } from './steps/run.mjs';

await runScript(async () => {
  process.stdout.write('Tường Minh: chuẩn bị khởi động\n');
  await step('Kiểm tra Node.js', checkNode);
  await step('Cài các gói phần mềm', install);
  await buildAll();
});

// The server runs in this very process: who signals or kills it reaches the server itself, and no orphan stays.
releaseSignals();
stopWithNpm();
const program = join(root, 'server', 'dist', 'program.js');
process.argv.splice(1, 1, program);
await import(pathToFileURL(program).href);

/** `kill -9` of npm cannot be passed on by npm, nor by the shell between; a change in the line of parents tells it. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parents = lineOfParents();
  const watch = setInterval(() => {
    if (lineOfParents() === parents) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** Parent and grandparent; the grandparent can be asked for cheaply on Linux only. */
function lineOfParents() {
  try {
    return `${process.ppid} ${/PPid:\s*(\d+)/.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}
