// SPDX-License-Identifier: Apache-2.0
import { describe, wordsBetween } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { findCountedNoun } from '../reading/lexicon.ts';
import { tokenAt } from '../reading/tokens.ts';
import { findBases, nounDistance } from './bases.ts';
import { agrees, spanOfBases } from './judge.ts';
import { NO_OPTIONS, type Option } from './share.ts';

const FIGURES_BACK = 12;
const SENTENCES_BACK = 3;
const FARTHEST_BASE = 24;
const LONGEST_NAME = 6;
const RATE = / t[ỷỉ] lệ ((?:\S+ )+?)(?:chung |chỉ |mới |cũng |ước |là |đạt |chiếm |bằng |còn |trên )+$/;

/**
 * "Giao 300 nhiệm vụ. Đã hoàn thành 258 nhiệm vụ, … Tỷ lệ hoàn thành đạt 86%": the rate names the count that
 * it is of by the words before that count. Only pairs that give the percent are answered.
 */
export function findNamedNumerators(reading: Reading, percent: Figure, lead: PercentLead): readonly Option[] {
  const name = percent.decimals === 0 || percent.approx >= 100 ? undefined : readRateName(lead.words);
  if (name === undefined) return NO_OPTIONS;
  const options: Option[] = [];
  for (let j = percent.index - 1; j >= 0 && j >= percent.index - FIGURES_BACK; j -= 1) {
    const numerator = reading.figures[j];
    if (numerator === undefined || numerator.paragraph !== percent.paragraph || percent.sentence - numerator.sentence > SENTENCES_BACK)
      break;
    const isCount = numerator.kind === 'count' && !numerator.isBase && numerator.baseIndex < 0 && numerator.group !== 'time';
    if (!isCount || !describe(reading, numerator).includes(name)) continue;
    for (const { figure, cost } of findBases(reading, numerator, percent, spanOfBases(numerator, percent)))
      if (cost <= FARTHEST_BASE && nounDistance(numerator, figure) === 0 && agrees(numerator.range, figure.range, percent))
        options.push({ numerator, base: figure, cost: 15 + cost });
  }
  return options;
}

/** "tỷ lệ hồ sơ trực tuyến đạt" → " trực tuyến ". */
function readRateName(words: string): string | undefined {
  if (!words.includes(' lệ ')) return undefined;
  const name = RATE.exec(words)?.[1]?.trim().split(' ');
  if (name === undefined || name.length > LONGEST_NAME) return undefined;
  const noun = findCountedNoun(name[0] ?? '', name[1] ?? '', name[2] ?? '');
  const told = name.slice(noun?.words ?? 0);
  return told.length === 0 ? undefined : ` ${told.join(' ')} `;
}

const TOLD_BASE = / (?:kế hoạch|chỉ tiêu|dự toán|tổng số) /;
const FARTHEST_NUMERATOR = 12;
const LONGEST_TOLD = 8;

/** "tiếp nhận 2.184 hồ sơ, …; so với kế hoạch (6.000 hồ sơ) đạt 36,4%": the base stands right before, the count is not said again. */
export function findUntoldNumerators(reading: Reading, percent: Figure, lead: PercentLead): readonly Option[] {
  const base = reading.figures[percent.index - 1];
  if (
    base?.kind !== 'count' ||
    base.sentence !== percent.sentence ||
    base.isBase ||
    base.baseIndex >= 0 ||
    !isRightAfter(reading, lead, base)
  )
    return NO_OPTIONS;
  const words = wordsBetween(reading, base.at - LONGEST_TOLD, base.at);
  if (base.scope === percent.scope || !words.includes(' so với ') || !TOLD_BASE.test(words)) return NO_OPTIONS;
  for (let j = base.index - 1; j >= 0 && j >= base.index - FARTHEST_NUMERATOR; j -= 1) {
    const numerator = reading.figures[j];
    if (numerator === undefined || numerator.paragraph !== percent.paragraph || percent.sentence - numerator.sentence > 1) break;
    const isCount = numerator.kind === 'count' && !numerator.isBase && numerator.baseIndex < 0;
    if (isCount && nounDistance(numerator, base) === 0 && agrees(numerator.range, base.range, percent))
      return [{ numerator, base, cost: 10 }];
  }
  return NO_OPTIONS;
}

/** Nothing but the closing parenthesis, and perhaps a comma, before the words that lead to the percent. */
const isRightAfter = (reading: Reading, lead: PercentLead, base: Figure): boolean =>
  lead.at - base.phraseEnd <= 1 && tokenAt(reading.tokens, base.phraseEnd).low === ')' && (lead.boundary === ')' || lead.boundary === ',');
