// SPDX-License-Identifier: Apache-2.0

import { classOf } from '../reading/classes.ts';
import { isLedByTotal, isVisible } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';

/** A number that may be the total of a share; the lower the cost, the closer it stands in words and place. */
export type Base = { readonly figure: Figure; readonly cost: number };

const FIGURES_BEFORE = 24;
const FIGURES_AFTER = 8;
const WILD = 'any';
/** The items of a list are as near to their total as its first sentence. */
const MOST_SENTENCES_OF_PARAGRAPH = 2;

/** Whether two figures may count the same things, as a cost; `undefined` when they cannot. */
export function nounDistance(a: Figure, b: Figure): number | undefined {
  if (a.group === b.group) return a.group === '' ? 1 : 0;
  if (a.group === '' || b.group === '' || a.group === WILD || b.group === WILD) return 1;
  if (a.group === 'money' || b.group === 'money' || a.group === 'time' || b.group === 'time' || a.group === 'point' || b.group === 'point')
    return undefined;
  if (a.group === 'rank' || b.group === 'rank') return undefined;
  return a.isKnownNoun && b.isKnownNoun ? 8 : 3;
}

/** The wanted numbers of the neighbourhood that can be the total of `numerator`, cheapest first. */
export function findBases(reading: Reading, numerator: Figure, percent: Figure, isWanted: (base: Figure) => boolean = () => true): Base[] {
  const bases: Base[] = [];
  const last = Math.min(reading.figures.length - 1, Math.max(numerator.index, percent.index) + FIGURES_AFTER);
  for (let j = Math.max(0, numerator.index - FIGURES_BEFORE); j <= last; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure === numerator || figure.kind !== 'count' || figure.approx <= 0 || !isWanted(figure)) continue;
    const cost = costOf(reading, numerator, percent, figure);
    if (cost !== undefined) bases.push({ figure, cost });
  }
  return bases.sort((a, b) => a.cost - b.cost);
}

function costOf(reading: Reading, numerator: Figure, percent: Figure, base: Figure): number | undefined {
  if (numerator.baseIndex === base.index) return -100;
  if (repeatsFraction(reading, numerator, base)) return -10;
  const isWithin = base.approx >= numerator.approx * 0.999 || numerator.isRounded || base.isRounded || percent.approx > 100;
  const noun = nounDistance(numerator, base);
  if (!isWithin || noun === undefined) return undefined;
  const sentences = Math.abs(base.sentence - percent.sentence);
  if (base.sentence > percent.sentence + 1 || sentences > 6) return undefined;
  const place = base.index < numerator.index ? numerator.index - base.index : 3 + base.index - numerator.index;
  const isSameParagraph = base.paragraph === percent.paragraph;
  const paragraphs = isSameParagraph ? 0 : 10;
  const distance = isSameParagraph ? Math.min(sentences, MOST_SENTENCES_OF_PARAGRAPH) : sentences;
  const hidden = isVisible(reading, base.scope, percent.scope) ? 0 : 3;
  const total = isLedByTotal(reading, base) ? -3 : 0;
  const sibling = areExclusive(reading, numerator, base) ? 12 : 0;
  const later = base.sentence > percent.sentence ? 8 : 0;
  return place + 3 * noun + 5 * distance + paragraphs + hidden + total + later + sibling;
}

/** "109/139 kiến nghị … 109 kiến nghị (78%)": the same count, its base already printed. */
export function repeatsFraction(reading: Reading, numerator: Figure, base: Figure): boolean {
  const before = base.isBase ? reading.figures[base.index - 1] : undefined;
  return (
    before !== undefined &&
    before.approx === numerator.approx &&
    before.index < numerator.index &&
    before.paragraph === numerator.paragraph &&
    nounDistance(before, numerator) === 0
  );
}

/** Late dossiers are no share of those on time. */
function areExclusive(reading: Reading, a: Figure, b: Figure): boolean {
  const first = classOf(reading, a);
  const second = first === undefined ? undefined : classOf(reading, b);
  return first !== undefined && second !== undefined && first.family === second.family && first.name !== second.name;
}
