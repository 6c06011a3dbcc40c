// SPDX-License-Identifier: Apache-2.0
// Puts 3 MB into a store in the folder given and says how the store answered; run under a limit of file sizes it meets the edge of a disk.
import { createFileStore } from '../../src/platform/files/file-store.ts';

const answer = await createFileStore(process.argv[2] ?? '')
  .put(Buffer.alloc(3 * 1_048_576, 'x'), 50 * 1_048_576)
  .then(
    () => 'kept',
    (error: { code?: string }) => String(error.code),
  );
process.stdout.write(`${answer}\n`);
