#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import process from 'node:process';

const steps = new URL('../../scripts/steps/', import.meta.url);
if (existsSync(new URL('build.mjs', steps))) await buildWhenStale();
const { runCli } = await import(new URL('../dist/cli.js', import.meta.url).href);
await runCli(process.argv.slice(2));

/** In a checkout the compiled program follows the sources; messages go to standard error, so that output can be piped. */
async function buildWhenStale() {
  const [{ buildServer, isServerBuilt }, { checkNode }, { runScript, step }, { releaseSignals }] = await Promise.all(
    ['build', 'node-version', 'report', 'run'].map((name) => import(new URL(`${name}.mjs`, steps).href)),
  );
  await runScript(async () => {
    checkNode();
    if (!isServerBuilt()) await step('Dựng chương trình', buildServer, process.stderr);
  });
  releaseSignals();
}
