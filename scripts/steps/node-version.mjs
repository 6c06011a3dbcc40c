// SPDX-License-Identifier: Apache-2.0
import process from 'node:process';
import { StepError } from './report.mjs';

const needed = [20, 19];

/** Refuses an older Node with a sentence that says what to do. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return process.versions.node;
  throw new StepError(
    `Tường Minh cần Node.js ${needed.join('.')} trở lên; máy này đang dùng ${process.versions.node}. Hãy cài bản mới tại https://nodejs.org rồi chạy lại.`,
  );
}
