// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import process from 'node:process';

/** A Vitest reporter that writes what happened to the file named by TUONGMINH_COUNTS, for the one line at the end of `npm test`. */
// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors, reason) {
    const counts = { passed: 0, failed: [], skipped: [], reason };
    for (const module of modules) {
      const before = counts.failed.length;
      for (const test of module.children.allTests()) count(counts, module, test);
      // A file that breaks before its first test has no failed test of its own; neither has a suite whose set-up breaks.
      if (!module.ok() && counts.failed.length === before) counts.failed.push(module.relativeModuleId);
    }
    for (const error of unhandledErrors) counts.failed.push(`lỗi ngoài bài kiểm thử: ${error.message}`);
    writeFileSync(process.env.TUONGMINH_COUNTS, JSON.stringify(counts));
  }
}

function count(counts, module, test) {
  const { state, note } = test.result();
  const name = `${module.relativeModuleId} > ${test.fullName}`;
  if (state === 'passed') counts.passed += 1;
  else if (state === 'failed') counts.failed.push(name);
  else counts.skipped.push({ name, reason: note ?? 'điều kiện của bài này không có trên máy (ví dụ quyền root, hệ điều hành)' });
}
