// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from './steps/browser.mjs';
import { buildAll } from './steps/build.mjs';
import { sourceChecks } from './steps/checks.mjs';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, seconds, step } from './steps/report.mjs';
import { root } from './steps/run.mjs';
import { runProject } from './steps/vitest.mjs';

/** For tests that hang; a slow and busy machine has taken more than ten minutes for those of the database. */
const projectLimitMs = 1_800_000;
const total = { passed: 0, failed: [], skipped: [] };

await runScript(async () => {
  checkNode();
  const installed = step('Cài các gói phần mềm', install);
  const browser = findBrowser(installed);
  browser.catch(() => undefined);
  await installed;
  await counted('Dựng chương trình', async () => {
    await buildAll();
    return { passed: 1 };
  });
  // Tests on the database wait for disks and killed programs half of their time: the rest is done beside them.
  await Promise.all([counted('Kiểm thử: database', () => runProject('database', { timeoutMs: projectLimitMs })), besideTheDatabase()]);
  await counted('Hành trình trong trình duyệt: journeys', async () => journeys(await browser));
  report();
});

async function besideTheDatabase() {
  for (const check of sourceChecks()) {
    await counted(check.name, async () => {
      const { code, output } = await check.run();
      return code === 0 ? { passed: 1 } : { failed: [check.name], output };
    });
  }
  for (const project of ['rules', 'architecture', 'web'])
    await counted(`Kiểm thử: ${project}`, () => runProject(project, { timeoutMs: projectLimitMs }));
}

/** Runs one part, adds its counts to the total and shows its output where something failed. */
async function counted(name, work) {
  const start = performance.now();
  const { passed = 0, failed = [], skipped = [], output = '' } = await work().catch((error) => ({ failed: [name], output: error.message }));
  total.passed += passed;
  total.failed.push(...failed);
  total.skipped.push(...skipped);
  process.stdout.write(
    `  ${failed.length === 0 ? '✓' : '✗'} ${name}: ${passed} đạt, ${failed.length} không đạt${skipped.length > 0 ? `, ${skipped.length} bỏ qua` : ''} (${seconds(performance.now() - start)})\n`,
  );
  if (failed.length > 0) process.stdout.write(`${output.trim()}\n\n`);
}

async function journeys(browser) {
  if (browser.path !== undefined) return runProject('journeys', { env: { CHROMIUM_PATH: browser.path }, timeoutMs: projectLimitMs });
  return { skipped: journeyFiles().map((name) => ({ name, reason: browser.reason })) };
}

function journeyFiles() {
  const folder = join(root, 'e2e');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.spec.ts'))
        .map((name) => `e2e/${name}`)
    : [];
}

function report() {
  const { passed, failed, skipped } = total;
  if (failed.length > 0) process.stdout.write(`\nKhông đạt:\n${failed.map((name) => `  - ${name}\n`).join('')}`);
  if (skipped.length > 0) process.stdout.write(`\nBỏ qua:\n${skipped.map(({ name, reason }) => `  - ${name}: ${reason}\n`).join('')}`);
  process.stdout.write(`\n${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`);
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}
