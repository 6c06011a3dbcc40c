// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { distribute, type Progress } from '#platform/distribution/distribute';
import { platformDistributionErrors } from '#platform/distribution/errors';
import { recordDistribution } from '#platform/distribution/record-distribution';
import { fill } from '#platform/http/problem';
import { placements } from '../placements.ts';
import { type Io, withDatabase } from './with-database.ts';

export type DistributeOptions = { readonly dryRun?: true; readonly parts?: number };

/** `tuongminh distribute`: 0 spread (or spread before), 1 refused with its reason. */
export async function distributeTables({ dryRun, parts }: DistributeOptions, io: Io): Promise<number> {
  return withDatabase(async ({ database: { db, pool } }) => {
    try {
      const done = await distribute({
        pool,
        placements,
        progress: told(io),
        parts,
        dryRun: dryRun === true,
      });
      await recordDistribution(db, done);
      if (!dryRun)
        io.out(
          done.tables.length > 0 ? 'Xong. Hãy khởi động lại hệ thống.\n' : 'Các bảng lớn đã được chia từ trước; không có gì phải làm.\n',
        );
      return 0;
    } catch (error) {
      const sentence = error instanceof AppError ? platformDistributionErrors[error.code] : undefined;
      if (!(error instanceof AppError) || !sentence) throw error;
      io.err(`${fill(sentence.vi, error.params)}\n`);
      return 1;
    }
  });
}

function told(io: Io): Progress {
  return {
    planned({ version, nodes }, plan) {
      io.out(`Citus ${version}, ${nodes.length} máy chứa dữ liệu: ${nodes.map(({ name }) => name).join(', ')}\n`);
      for (const { table, place, bytes } of plan.steps)
        io.out(
          `  ${table}: ${place === 'known' ? 'khai báo với Citus, ở lại máy điều phối' : `chia theo ${place.by}, ${megabytes(bytes)}`}\n`,
        );
      io.out(`  ${plan.done.length} bảng đã xong từ trước, ${plan.stays.length} bảng ở lại máy điều phối\n`);
    },
    begins: ({ table }, place, of) => io.out(`[${place}/${of}] ${table} …\n`),
    done: ({ table, rows, seconds }) =>
      io.out(`      ${table}: ${vietnameseNumber(rows)} dòng, ${seconds.toFixed(1).replace('.', ',')} giây\n`),
  };
}

function megabytes(bytes: number): string {
  return `${vietnameseNumber(Math.round(bytes / 1e6))} MB`;
}
