// SPDX-License-Identifier: Apache-2.0
// Tries to take the data folder given; prints `held` and stays, or prints the refusal's code and ends.
import { AppError } from '../../src/kernel/app-error.ts';
import { lockData } from '../../src/platform/db/embedded/data-lock.ts';

try {
  await lockData(process.argv[2] ?? '');
  process.stdout.write('held\n');
  setInterval(() => undefined, 1_000);
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : error}\n`);
}
