// SPDX-License-Identifier: Apache-2.0
import { type Decimal, sum } from '../decimal.ts';
import { isVisible } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { nounDistance } from './bases.ts';
import { agrees, isWithin, spanOfBases, sumRange } from './judge.ts';

/** Counts that a percent takes together, and their base. */
export type Joint = { readonly parts: readonly Figure[]; readonly base: Figure; readonly sum: Decimal };

const MOST_PARTS = 3;
const FARTHEST_BASE = 6;

/** "6.904 hồ sơ trước hạn và 381 hồ sơ đúng hạn, đạt 99,55%": the last counts of a sentence, if together they give the percent. */
export function findJoint(reading: Reading, last: Figure, percent: Figure): Joint | undefined {
  if (last.isBase || last.index > percent.index) return undefined;
  const parts: Figure[] = [last];
  for (let j = last.index - 1; j >= 0 && parts.length < MOST_PARTS; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || !isBeside(figure, last)) break;
    parts.unshift(figure);
    const base = findBase(reading, parts, last, percent);
    if (base !== undefined) return { parts, base, sum: sum(parts.map((part) => part.value)) };
  }
  return undefined;
}

const isBeside = (figure: Figure, last: Figure): boolean =>
  figure.kind === 'count' &&
  figure.sentence === last.sentence &&
  figure.scope === last.scope &&
  !figure.isBase &&
  figure.baseIndex < 0 &&
  (nounDistance(figure, last) ?? 9) <= 1;

/** Their own base when the last is a fraction, else a total printed before them. */
function findBase(reading: Reading, parts: readonly Figure[], last: Figure, percent: Figure): Figure | undefined {
  const first = parts[0] ?? last;
  const approx = parts.reduce((result, part) => result + part.approx, 0);
  const span = spanOfBases({ approx, isRounded: parts.some((part) => part.isRounded) }, percent);
  const given = reading.figures[last.baseIndex];
  if (given !== undefined) return isWithin(given, span) && agrees(sumRange(parts), given.range, percent) ? given : undefined;
  for (let j = first.index - 1; j >= 0 && j >= first.index - FARTHEST_BASE; j -= 1) {
    const base = reading.figures[j];
    if (base === undefined || base.paragraph !== first.paragraph || first.sentence - base.sentence > 1) return undefined;
    const isTotal = base.kind === 'count' && base.approx > 0 && isWithin(base, span) && (nounDistance(base, first) ?? 9) <= 1;
    if (isTotal && isVisible(reading, base.scope, percent.scope) && agrees(sumRange(parts), base.range, percent)) return base;
  }
  return undefined;
}
