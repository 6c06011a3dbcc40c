// SPDX-License-Identifier: Apache-2.0
import type { Figure, Reading } from '../reading/figure.ts';
import { nounDistance } from './bases.ts';
import { agrees, mayAgree } from './judge.ts';
import { NO_OPTIONS, type Option } from './share.ts';

const REACH = 8;
const FARTHEST_PAIR = 3;
const FEWEST = 20;

/** "tỷ lệ … năm 2023 đạt 99,62%. … nhận 87.582 hồ sơ; đúng hạn 87.253 hồ sơ": the counts follow the percent. */
export function findHeadlinePairs(reading: Reading, percent: Figure): readonly Option[] {
  if (percent.decimals === 0 || percent.hedge !== undefined) return NO_OPTIONS;
  let options = NO_OPTIONS;
  const from = Math.max(0, percent.index - REACH);
  const to = Math.min(reading.figures.length, percent.index + REACH);
  for (let n = from; n < to; n += 1) {
    const numerator = reading.figures[n];
    if (numerator === undefined || numerator.group === '' || !mayBelong(numerator, percent)) continue;
    for (let b = Math.max(from, n - FARTHEST_PAIR); b < Math.min(to, n + FARTHEST_PAIR + 1); b += 1) {
      const base = reading.figures[b];
      if (base === undefined || base.approx <= numerator.approx || !mayBelong(base, percent) || !mayAgree(numerator, base, percent))
        continue;
      const isPair = nounDistance(numerator, base) === 0 && !hasOwnPercent(reading, numerator, percent);
      if (!isPair || !agrees(numerator.range, base.range, percent)) continue;
      const cost = 20 + Math.abs(numerator.index - percent.index) + Math.abs(base.index - numerator.index);
      options = [...options, { numerator, base, cost }];
    }
  }
  return options;
}

const mayBelong = (figure: Figure, percent: Figure): boolean =>
  figure.kind === 'count' &&
  figure.approx >= FEWEST &&
  Math.abs(figure.sentence - percent.sentence) <= 1 &&
  figure.baseIndex < 0 &&
  !figure.isBase &&
  !figure.isRounded;

/** "96 ý kiến (15%), 32 ý kiến (15%)": the first count has its percent already. */
export function hasOwnPercent(reading: Reading, numerator: Figure, percent: Figure): boolean {
  const next = reading.figures[Math.max(numerator.index, numerator.baseIndex) + 1];
  return next !== undefined && next !== percent && next.kind === 'percent' && next.sentence === numerator.sentence;
}
