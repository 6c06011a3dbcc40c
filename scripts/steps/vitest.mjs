// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, tool } from './run.mjs';

/**
 * Runs one Vitest project and returns `{ passed, failed: [name], skipped: [{ name, reason }], output }`.
 * A project that ends without results, or with an error but no failed test, or without a single test counts as one failure.
 */
export async function runProject(name, { env = {}, timeoutMs = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-counts-'));
  const file = join(folder, 'counts.json');
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/steps/counting-reporter.mjs')}`];
  try {
    const { code, output, timedOut } = await tool('vitest/vitest.mjs', ['run', '--project', name, ...reporters], {
      env: { NO_COLOR: '1', ...env, TUONGMINH_COUNTS: file },
      timeoutMs,
    });
    const counts = readCounts(file);
    if (timedOut)
      return { passed: 0, skipped: [], ...counts, failed: [...(counts?.failed ?? []), `${name}: quá ${timeoutMs / 1000} giây`], output };
    if (counts === undefined) return { passed: 0, failed: [`${name}: Vitest dừng mà không có kết quả`], skipped: [], output };
    if (counts.passed + counts.failed.length + counts.skipped.length === 0) counts.failed.push(`${name}: không có bài kiểm thử nào`);
    if (code !== 0 && counts.failed.length === 0) counts.failed.push(`${name}: Vitest kết thúc với mã ${code}`);
    return { ...counts, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
