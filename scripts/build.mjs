// SPDX-License-Identifier: Apache-2.0
import { buildAll } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { checkNode } from './steps/node-version.mjs';
import { runScript, step } from './steps/report.mjs';

await runScript(async () => {
  checkNode();
  await step('Cài các gói phần mềm', install);
  await buildAll();
});
