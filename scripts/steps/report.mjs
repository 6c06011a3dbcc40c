// SPDX-License-Identifier: Apache-2.0
import process from 'node:process';

/** A duration in the Vietnamese way of writing numbers: `1,2 giây`. */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} giây`;
}

/** Runs one step and prints its name, outcome and duration; `work` may return a remark. Output goes to `stream`. */
export async function step(name, work, stream = process.stdout) {
  const start = performance.now();
  try {
    const remark = await work();
    stream.write(`  ✓ ${name}${remark ? `: ${remark}` : ''} (${seconds(performance.now() - start)})\n`);
  } catch (error) {
    stream.write(`  ✗ ${name} (${seconds(performance.now() - start)})\n`);
    throw error;
  }
}

/** A failure whose text is meant for the operator; it is printed without a stack. */
export class StepError extends Error {}

/** Runs a whole script: a StepError is printed as its text, anything else with its stack; both end with code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof StepError ? error.message : error.stack}\n`);
    process.exit(1);
  }
}
