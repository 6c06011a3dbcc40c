// SPDX-License-Identifier: Apache-2.0

import { classOf } from '../reading/classes.ts';
import { isLedByTotal, isVisible, leadOf, wordsAfter } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { type BaseSpan, isWithin } from './judge.ts';

/** A number that may be the total of a share; the lower the cost, the closer it stands in words and place. */
export type Base = { readonly figure: Figure; readonly cost: number };

const FIGURES_BEFORE = 24;
const FIGURES_AFTER = 8;
const WILD = 'any';
const PLANNED = / (?:kế hoạch|chỉ tiêu|dự toán|mục tiêu) /;
/** The items of a list are as near to their total as its first sentence. */
const MOST_SENTENCES_OF_PARAGRAPH = 2;

/** Whether two figures may count the same things, as a cost; `undefined` when they cannot. */
export function nounDistance(a: Figure, b: Figure): number | undefined {
  if (a.group === b.group) return a.group === '' ? 1 : 0;
  if (a.group === '' || b.group === '' || a.group === WILD || b.group === WILD) return 1;
  if (a.group === 'money' || b.group === 'money' || a.group === 'time' || b.group === 'time' || a.group === 'point' || b.group === 'point')
    return undefined;
  if (a.group === 'rank' || b.group === 'rank') return undefined;
  if ((a.group === 'visit' && b.group === 'person') || (a.group === 'person' && b.group === 'visit')) return 1;
  return a.isKnownNoun && b.isKnownNoun ? 8 : 3;
}

/** Most searches find nothing. */
const NO_BASES: Base[] = [];

/** The numbers of a size in the neighbourhood that can be the total of `numerator`, cheapest first. */
export function findBases(reading: Reading, numerator: Figure, percent: Figure, span: BaseSpan): Base[] {
  let bases: Base[] = NO_BASES;
  const last = Math.min(reading.figures.length - 1, Math.max(numerator.index, percent.index) + FIGURES_AFTER);
  for (let j = Math.max(0, numerator.index - FIGURES_BEFORE); j <= last; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure === numerator || figure.kind !== 'count' || figure.approx <= 0 || !isWithin(figure, span)) continue;
    const cost = costOf(reading, numerator, percent, figure);
    if (cost === undefined) continue;
    if (bases === NO_BASES) bases = [];
    bases.push({ figure, cost });
  }
  return bases.length > 1 ? bases.sort((a, b) => a.cost - b.cost) : bases;
}

function costOf(reading: Reading, numerator: Figure, percent: Figure, base: Figure): number | undefined {
  if (numerator.baseIndex === base.index) return -100;
  if (repeatsFraction(reading, numerator, base)) return -10;
  const isLarge = base.approx >= numerator.approx * 0.999 || numerator.isRounded || base.isRounded || percent.approx > 100;
  const noun = nounDistance(numerator, base);
  if (!isLarge || noun === undefined) return undefined;
  const sentences = Math.abs(base.sentence - percent.sentence);
  if (base.sentence > percent.sentence + 1 || sentences > 6) return undefined;
  const place = base.index < numerator.index ? numerator.index - base.index : 3 + base.index - numerator.index;
  const isSameParagraph = base.paragraph === percent.paragraph;
  const paragraphs = isSameParagraph ? 0 : 10;
  const distance = isSameParagraph ? Math.min(sentences, MOST_SENTENCES_OF_PARAGRAPH) : sentences;
  const hidden = isVisible(reading, base.scope, percent.scope) ? 0 : 3;
  const total = isLedByTotal(reading, base) ? -3 : 0;
  const sibling = areExclusive(reading, numerator, base) ? 12 : 0;
  const planned = PLANNED.test(leadOf(reading, base)) && !PLANNED.test(wordsAfter(reading, percent.after)) ? 6 : 0;
  const later = base.sentence > percent.sentence ? 8 : 0;
  return place + 3 * noun + 5 * distance + paragraphs + hidden + total + later + sibling + planned;
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

const LABEL_REACH = 6;
const COMMON_WORDS = new Set([
  'trong',
  'đó',
  'đã',
  'và',
  'có',
  'là',
  'số',
  'của',
  'được',
  'vốn',
  'tổng',
  'hồ',
  'sơ',
  'giải',
  'ngân',
  'quyết',
]);

/** "tổng kế hoạch vốn 1.842 tỷ đồng. … đạt 1.750 tỷ đồng, tương đương 95% kế hoạch". */
export const isOfPlan = (reading: Reading, percent: Figure, base: Figure): boolean =>
  PLANNED.test(wordsAfter(reading, percent.after)) && PLANNED.test(leadOf(reading, base));

/** "(ngân sách địa phương 2.104 tỷ, …) … vốn địa phương 1.310 tỷ": two words before both that name them, not what was done. */
export function haveOneName(reading: Reading, a: Figure, b: Figure): boolean {
  const words = leadOf(reading, b);
  let shared = 0;
  for (const word of leadOf(reading, a).trim().split(' ').slice(-LABEL_REACH))
    if (word !== '' && !COMMON_WORDS.has(word) && words.includes(` ${word} `)) shared += 1;
  return shared >= 2;
}
