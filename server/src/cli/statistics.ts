// SPDX-License-Identifier: Apache-2.0
import { verifyStatistics } from '#modules/dossiers';
import { type Io, withDatabase } from './with-database.ts';

const mostShown = 20;

/** Counts all dossiers anew and compares with the kept sums; 0 the same, 1 different. */
export async function verify(io: Io): Promise<number> {
  return withDatabase(async ({ database: { db } }) => {
    const cells = await verifyStatistics(db, mostShown);
    if (cells.length === 0) {
      io.out('Số liệu thống kê đúng với từng hồ sơ.\n');
      return 0;
    }
    io.out(`Số liệu thống kê KHÁC với hồ sơ, ít nhất ở ${cells.length} ô (đơn vị, thời gian, thủ tục):\n`);
    for (const { unitId, time, procedureId } of cells) io.out(`  ${unitId}  ${time}  ${procedureId}\n`);
    return 1;
  });
}
