// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { recomputeLines, serviceIndexErrors } from '#modules/scoring';
import { fill } from '#platform/http/problem';
import type { Io } from './with-database.ts';

const mostShown = 20;

/** `tuongminh service-index recompute FILE`: 0 with one answer a row, 2 where the file or a row cannot be read; then nothing is answered. */
export async function recompute(file: string, io: Io): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    io.err(`${file}: Không đọc được tệp. Hãy kiểm tra đường dẫn.\n`);
    return 2;
  }
  const { answers, problems, unknownMetrics } = recomputeLines(text);
  for (const { line, code, params } of problems.slice(0, mostShown))
    io.err(`${file}: dòng ${line}: ${fill(serviceIndexErrors[code]?.vi ?? code, params)}\n`);
  if (problems.length > mostShown) io.err(`… và ${problems.length - mostShown} dòng khác.\n`);
  if (problems.length > 0) return 2;
  for (const { line, metric } of unknownMetrics)
    io.err(`${file}: dòng ${line}: Chưa có công thức cho chỉ số «${metric}»; chỉ tính tỷ lệ, để trống điểm.\n`);
  io.out(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  return 0;
}
