// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { openDataPackage, type Replay, replayPackage, scoringErrors } from '#modules/scoring';
import { fill } from '#platform/http/problem';
import type { Io } from './with-database.ts';

/** `tuongminh replay PACKAGE`: 0 every number comes out the same, 1 something differs, 2 the package cannot be read. */
export async function replay(path: string, io: Io): Promise<number> {
  try {
    const answer = await replayPackage(await openDataPackage(path));
    io.out(told(answer));
    return answer.difference || answer.changedFiles.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.err(`${path}: ${fill(scoringErrors[error.code]?.vi ?? error.code, error.params)}\n`);
    return 2;
  }
}

function told({ title, units, numbers, changedFiles, difference }: Replay): string {
  const lines = [title, ...changedFiles.map((file) => `KHÁC: nội dung tệp ${file} không khớp mã băm SHA-256 ghi trong gói.`)];
  if (difference) {
    const { path, row, column, published, computed } = difference;
    const place = [path, ...row, ...(column === null ? [] : [column])].join(' › ');
    lines.push(`KHÁC: ${place}: công bố ${shown(published)}, tính lại ${shown(computed)}.`);
  } else
    lines.push(
      `Tính lại ${vietnameseNumber(numbers)} số của ${vietnameseNumber(units)} đơn vị: mọi điểm, chỉ số, xếp loại, thứ hạng đều bằng.`,
    );
  return `${lines.join('\n')}\n`;
}

const shown = (value: string | null): string => (value === null ? '(không có)' : value === '' ? '(để trống)' : value);
