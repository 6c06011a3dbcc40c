// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { type Exact, known } from '../../../../../test/second-scoring/number.ts';
import { Refused } from '../../../../../test/second-scoring/points.ts';
import { chance } from '../../../../../test/second-scoring/random.ts';
import { randomInputs } from '../../../../../test/second-scoring/random-inputs.ts';
import { randomSet } from '../../../../../test/second-scoring/random-set.ts';
import { ranksAgain, scoreAgain } from '../../../../../test/second-scoring/score.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { findFaults } from '../criteria/find-faults.ts';
import { compileSet } from './compile-set.ts';
import type { UnitInputs } from './input.ts';
import { comparedIndex, competitionRanks } from './rank.ts';
import type { UnitResult } from './result.ts';
import { scoreUnit } from './score-unit.ts';

type Answer = UnitResult | { readonly refused: string };

const answered = (work: () => UnitResult): Answer => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
};

const exactOf = (set: CriteriaSet, { index, exactIndex }: UnitResult): Exact | null => {
  const text = set.conventions.compareBy === 'shown' ? index : exactIndex;
  if (text === null) return null;
  const [of = '0', over] = text.split('/');
  return over === undefined ? (of.includes('.') ? known(of) : [BigInt(of), 1n]) : [BigInt(of), BigInt(over)];
};

test('agrees with a second implementation, made from the written rules alone, on 10.000 random sets and their units', () => {
  let [scored, refused] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      const draw = chance(seed);
      const set = randomSet(draw);
      expect(findFaults(set)).toEqual([]);
      const compiled = compileSet(set);
      const units: UnitInputs[] = draw.list(1, 3, () => randomInputs(draw, set));

      const first = units.map((inputs) => answered(() => scoreUnit(compiled, inputs)));
      const second = units.map((inputs) => answered(() => scoreAgain(set, inputs)));

      expect(first).toEqual(second);
      const results = first.filter((answer): answer is UnitResult => !('refused' in answer));
      expect(competitionRanks(results.map((result) => comparedIndex(set.conventions, result)))).toEqual(
        ranksAgain(results.map((result) => exactOf(set, result))),
      );
      scored += results.length;
      refused += first.length - results.length;
    }),
    { numRuns: 10_000 },
  );
  expect(scored).toBeGreaterThan(10_000);
  expect(refused).toBeGreaterThan(500);
}, 120_000);
