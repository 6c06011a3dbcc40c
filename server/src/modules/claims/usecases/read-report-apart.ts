// SPDX-License-Identifier: Apache-2.0
import type { ReadReport } from '../http/check-worker.ts';

/**
 * The text of a report (a file, or a text as it is) with its claims, read in a thread of its own where it is long:
 * what a file holds is for its sender to decide, and nobody else is to wait for it.
 *
 * @throws AppError those of `readReportText`, `platform.too_much_work`, `platform.busy`
 */
export async function readReportApart(
  source: { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string },
): Promise<ReadReport> {
  // Loaded at the first use, so that the command line does not wait for libraries of the server.
  const { readApart } = await import('../http/check-threads.ts');
  return readApart(source);
}
