// SPDX-License-Identifier: Apache-2.0
import process from 'node:process';
import { sourceChecks } from './steps/checks.mjs';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, StepError, step } from './steps/report.mjs';
import { runProject } from './steps/vitest.mjs';

const boundaries = {
  name: 'Ranh giới và kích thước (architecture)',
  async run() {
    const { failed, output } = await runProject('architecture');
    return { code: failed.length, output };
  },
};

await runScript(async () => {
  checkNode();
  await step('Cài các gói phần mềm', install);
  const failed = [];
  for (const check of [...sourceChecks(), boundaries]) {
    await step(check.name, () => mustPass(check)).catch((error) => failed.push(`${check.name}\n${error.message}`));
  }
  if (failed.length === 0) return;
  process.stderr.write(`\n${failed.join('\n\n')}\n`);
  process.exit(1);
});

async function mustPass(check) {
  const { code, output } = await check.run();
  if (code !== 0) throw new StepError(output.trim());
}
