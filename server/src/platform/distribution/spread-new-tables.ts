// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Database } from '../db/db.ts';
import { fill } from '../http/problem.ts';
import { distribute } from './distribute.ts';
import { platformDistributionErrors } from './errors.ts';
import { type Placements, planDistribution } from './plan.ts';
import { isSpread, readCatalogue } from './read-catalogue.ts';
import { recordDistribution } from './record-distribution.ts';

const silent = { planned: () => undefined, begins: () => undefined, done: () => undefined };

/**
 * On a database that is spread already: spreads the tables that a migration has just made or made anew, which lie on the coordinating
 * machine until then. Answers what is to be told of it; where it cannot be done the program works on, and the answer says what to do.
 */
export async function spreadNewTables({ db, pool }: Pick<Database, 'db' | 'pool'>, placements: Placements): Promise<string[]> {
  if (!(await isSpread(pool))) return [];
  const { steps } = planDistribution(await readCatalogue(pool), placements);
  if (steps.length === 0) return [];
  const tables = steps.map(({ table }) => table).join(', ');
  try {
    await recordDistribution(db, await distribute({ pool, placements, progress: silent }));
    return [`  ✓ Đã chia ra các máy những bảng mới: ${tables}`];
  } catch (error) {
    const sentence = error instanceof AppError ? platformDistributionErrors[error.code] : undefined;
    if (!(error instanceof AppError) || !sentence) throw error;
    return [
      `  ! Chưa chia ra các máy: ${tables}. ${fill(sentence.vi, error.params)} Khi dừng được hệ thống, chạy «npx tuongminh distribute».`,
    ];
  }
}
