// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { type Belonging, openDataPackage, type Replay, readHash, replayPackage, scoringErrors } from '#modules/scoring';
import { fill } from '#platform/http/problem';
import type { Io } from './with-database.ts';

/**
 * `tuongminh replay PACKAGE [--expect HASH]`: 0 every number comes out the same and the package belongs to the publication, 1 something
 * differs, 2 the package or the hash cannot be read.
 */
export async function replay(path: string, io: Io, expect?: string): Promise<number> {
  try {
    const expected = expect === undefined ? null : readHash(expect);
    const answer = await replayPackage(await openDataPackage(path), expected);
    io.out(told(answer));
    return answer.difference || answer.changedFiles.length > 0 || !belongs(answer.belonging) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.err(`${path}: ${fill(scoringErrors[error.code]?.vi ?? error.code, error.params)}\n`);
    return 2;
  }
}

function told({ title, units, numbers, changedFiles, difference, belonging }: Replay): string {
  const lines = [title, ...changedFiles.map((file) => `KHÁC: nội dung tệp ${file} không khớp mã băm SHA-256 ghi trong gói.`)];
  if (difference) {
    const { path, row, column, published, computed } = difference;
    const place = [path, ...row, ...(column === null ? [] : [column])].join(' › ');
    lines.push(`KHÁC: ${place}: công bố ${shown(published)}, tính lại ${shown(computed)}.`);
  } else
    lines.push(
      `Tính lại ${vietnameseNumber(numbers)} số của ${vietnameseNumber(units)} đơn vị: mọi điểm, chỉ số, xếp loại, thứ hạng đều bằng.`,
    );
  return `${[...lines, ...toldBelonging(belonging)].join('\n')}\n`;
}

const belongs = (belonging: Belonging | null): boolean =>
  belonging === null || (belonging.carried === belonging.expected && belonging.foreignFiles.length === 0);

function toldBelonging(belonging: Belonging | null): string[] {
  if (belonging === null) return [];
  const { expected, carried, foreignFiles } = belonging;
  if (carried === null)
    return [`KHÁC: gói không mang nội dung công bố nên không đối chiếu được với mã băm ${expected}; tải lại gói từ trang kết quả.`];
  if (carried !== expected) return [`KHÁC: gói thuộc lần công bố có mã băm ${carried}, không phải ${expected}.`];
  if (foreignFiles.length > 0) return foreignFiles.map((file) => `KHÁC: tệp ${file} không theo nội dung công bố có mã băm ${expected}.`);
  return [`Gói thuộc đúng lần công bố có mã băm ${expected}.`];
}

const shown = (value: string | null): string => (value === null ? '(không có)' : value === '' ? '(để trống)' : value);
