// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { classOf } from '../reading/classes.ts';
import type { Figure, Reading } from '../reading/figure.ts';

const MOST_PARTS = 6;

/** "20/24 cơ sở hoàn thành xuất sắc, 05/24 cơ sở hoàn thành tốt": exclusive classes as fractions of one total. */
export function checkFractions(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  let index = 0;
  while (index < reading.figures.length) {
    if ((reading.figures[index]?.baseIndex ?? -1) < 0) {
      index += 1;
      continue;
    }
    const parts = collectParts(reading, index);
    const draft = parts.length < 2 ? undefined : judge(reading, parts);
    if (draft !== undefined) drafts.push(draft);
    const last = parts[parts.length - 1];
    index = last === undefined ? index + 1 : last.baseIndex + 1;
  }
  return drafts;
}

/** Fractions one after the other, with nothing but percents between them, of one family and each of another class. */
function collectParts(reading: Reading, from: number): Figure[] {
  const parts: Figure[] = [];
  const names = new Set<string>();
  let family: string | undefined;
  for (let j = from; j < reading.figures.length && parts.length < MOST_PARTS; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || (figure.kind === 'percent' && parts.length > 0)) continue;
    const [first] = parts;
    const base = reading.figures[figure.baseIndex];
    if (base === undefined || (first !== undefined && !isBeside(reading, first, figure, base))) break;
    const own = classOf(reading, figure);
    if (own === undefined || names.has(own.name) || (family !== undefined && own.family !== family)) break;
    family = own.family;
    names.add(own.name);
    parts.push(figure);
    j = base.index;
  }
  return parts;
}

const isBeside = (reading: Reading, first: Figure, figure: Figure, base: Figure): boolean =>
  figure.sentence === first.sentence && figure.scope === first.scope && base.approx === reading.figures[first.baseIndex]?.approx;

function judge(reading: Reading, parts: readonly Figure[]): JudgedSum | undefined {
  const total = reading.figures[parts[0]?.baseIndex ?? -1];
  if (total === undefined || total.isRounded || parts.some((part) => part.isRounded)) return undefined;
  const added = sum(parts.map((part) => part.value));
  const difference = subtract(total.value, added);
  if (difference.units > 0n) return undefined;
  const isRight = difference.units === 0n;
  const code = isRight ? 'sum_agrees' : 'sum_exceeds_total';
  return draftSum(reading, parts, total, isRight ? 'consistent' : 'inconsistent', { code, sum: added, difference });
}
