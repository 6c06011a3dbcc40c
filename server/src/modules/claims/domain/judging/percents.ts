// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { hasAny, phrases, wordsAfter } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { findAlarm } from './alarms.ts';
import { type Base, findBases, haveOneName, isOfPlan, nounDistance } from './bases.ts';
import { asChange } from './change-shares.ts';
import { draftAlone, draftJoint, draftRatio, draftShare, draftWithoutBase } from './drafts.ts';
import { findHeadlinePairs, hasOwnPercent } from './headline-pairs.ts';
import { findJoint } from './joint-numerators.ts';
import { agrees, isOnlyCut, spanOfBases } from './judge.ts';
import { findLinks, type Link, readLead } from './links.ts';
import { findBaseAfter } from './named-bases.ts';
import { findNamedNumerators, findUntoldNumerators } from './named-numerators.ts';
import { type Evidence, NO_OPTIONS, type Option, type Share } from './share.ts';
import type { TableCheck } from './tables.ts';

const BOUND = phrases('trở lên', 'trở xuống');
const WEAK_COST = 12;
/** So many that a share of another thing is no chance. */
const FEWEST_OF_OTHERS = 1_000;
/** No page or two of a report leave more shares unexplained; what does is data, and its bases are not searched for. */
const MOST_UNEXPLAINED = 200;
const NAMESAKE_COST = 24;
const CUT_COST = 2;
/** Parts that add up to a total are its shares. */
const TOTAL_GAIN = 6;

/**
 * Recomputes every percent and fraction of a reading. A percent takes the base that makes it right;
 * an alarm needs a sentence built so that only one base can be meant.
 */
export function checkShares(reading: Reading, tables: TableCheck, totals: ReadonlyMap<Figure, Figure>): ClaimDraft[] {
  const shares: Share[] = [];
  let open = 0;
  for (const figure of reading.figures) {
    if (figure.kind !== 'percent' || tables.covered.has(figure) || readLead(reading, figure).isChange) continue;
    const share = open > MOST_UNEXPLAINED ? gatherTied(reading, figure) : gather(reading, figure, tables);
    if (share.options.length === 0) open += 1;
    shares.push(share);
  }
  const popularity = countBases(shares);
  const settled = new Array<Option | undefined>(reading.figures.length);
  const links = new Array<readonly Link[] | undefined>(reading.figures.length);
  for (const share of shares) {
    settled[share.percent.index] = choose(withoutParts(share, totals), popularity, totals);
    links[share.percent.index] = share.links;
  }
  const evidence = { settled, totals, links };
  const drafts: ClaimDraft[] = [];
  const usedFractions = new Set<Figure>();
  let unexplained = 0;
  for (const share of shares) {
    const option = settled[share.percent.index];
    if (option === undefined) unexplained += 1;
    const { draft, numerator } =
      option !== undefined
        ? agreed(reading, share, option)
        : unexplained > MOST_UNEXPLAINED && (share.links[0]?.numerator.baseIndex ?? -1) < 0
          ? leftOpen(reading, share)
          : explain(reading, share, evidence);
    drafts.push(draft);
    if (numerator !== undefined && numerator.baseIndex >= 0) usedFractions.add(numerator);
  }
  checkBareFractions(reading, usedFractions, drafts);
  return drafts;
}

type Explained = { readonly draft: ClaimDraft; readonly numerator: Figure | undefined };

const agreed = (reading: Reading, { percent }: Share, { numerator, base }: Option): Explained => ({
  draft: asChange(reading, draftShare(reading, numerator, base, percent, 'consistent'), numerator, base),
  numerator,
});

function explain(reading: Reading, share: Share, evidence: Evidence): Explained {
  const { percent, links } = share;
  const joint = links[0]?.strength === 'strong' ? findJoint(reading, links[0].numerator, percent) : undefined;
  if (joint !== undefined) return { draft: draftJoint(reading, joint, percent), numerator: undefined };
  const alarm = findAlarm(reading, share, evidence);
  if (alarm?.verdict === 'consistent') return agreed(reading, share, { ...alarm, cost: 0 });
  if (alarm !== undefined) {
    const { numerator, base, verdict } = alarm;
    return { draft: asChange(reading, draftShare(reading, numerator, base, percent, verdict), numerator, base), numerator };
  }
  return leftOpen(reading, share);
}

function leftOpen(reading: Reading, { percent, links }: Share): Explained {
  const strong = links.find((link) => link.strength === 'strong' && link.numerator.baseIndex < 0);
  return {
    draft: strong === undefined ? draftAlone(percent) : draftWithoutBase(reading, strong.numerator, percent),
    numerator: undefined,
  };
}

function gather(reading: Reading, percent: Figure, tables: TableCheck): Share {
  const lead = readLead(reading, percent);
  const named = findBaseAfter(reading, undefined, percent);
  const links = findLinksToName(reading, percent, named);
  const options = optionOfName(percent, links[0], named) ?? firstOptions(reading, percent, links);
  const isTied = links[0]?.strength === 'strong';
  if (options.length === 0) {
    const untold = findUntoldNumerators(reading, percent, lead);
    if (untold.length > 0) return { percent, lead, links, options: untold };
  }
  if (options.length > 0 || isTied) return { percent, lead, links, options };
  const rows = findTableRows(percent, lead, tables);
  if (rows.length > 0) return { percent, lead, links, options: rows };
  const ofName = findNamedNumerators(reading, percent, lead);
  return { percent, lead, links, options: ofName.length > 0 ? ofName : findHeadlinePairs(reading, percent) };
}

/** Among data only the count that a percent is firmly tied to is asked. */
function gatherTied(reading: Reading, percent: Figure): Share {
  const links = findLinks(reading, percent);
  const [link] = links;
  const options = link === undefined || link.strength === 'weak' ? NO_OPTIONS : optionsOf(reading, percent, link, link);
  return { percent, lead: readLead(reading, percent), links, options };
}

/** "96.412 thẻ, đạt 95,1% so với tổng số dân (101.380 người)": a total that is named may be of another thing. */
function optionOfName(percent: Figure, link: Link | undefined, named: Figure | undefined): Option[] | undefined {
  if (named === undefined || link?.strength !== 'strong' || link.numerator.baseIndex >= 0) return undefined;
  const isRight = link.numerator !== named && agrees(link.numerator.range, named.range, percent);
  return isRight ? [{ numerator: link.numerator, base: named, cost: 0 }] : undefined;
}

/** "38 hội nghị với 4.215 lượt người, đạt 126,7% kế hoạch (30 hội nghị)": a printed base tells which count is meant. */
function findLinksToName(reading: Reading, percent: Figure, base: Figure | undefined): readonly Link[] {
  const links = findLinks(reading, percent);
  if (base === undefined || (links[0]?.numerator.baseIndex ?? -1) >= 0) return links;
  const aside = findAside(reading, percent);
  if (aside !== undefined && aside !== base && nounDistance(aside, base) === 0 && agrees(aside.range, base.range, percent))
    return [{ numerator: aside, strength: 'strong' }];
  const own = links.find(({ numerator }) => numerator !== base && nounDistance(numerator, base) === 0 && numerator.index < percent.index);
  return own === undefined ? links.filter(({ numerator }) => numerator !== base) : [{ numerator: own.numerator, strength: 'strong' }];
}

/** "8 sở, 8 huyện và 16 xã (32 đơn vị), đạt …": a count alone in the parentheses right before. */
function findAside(reading: Reading, percent: Figure): Figure | undefined {
  const figure = reading.figures[percent.index - 1];
  const isAside = figure?.kind === 'count' && figure.scope !== percent.scope && figure.sentence === percent.sentence;
  return isAside && tokenAt(reading.tokens, figure.at - 1).low === '(' && tokenAt(reading.tokens, figure.phraseEnd).low === ')'
    ? figure
    : undefined;
}

/** Those of the firmest link that has any. */
function firstOptions(reading: Reading, percent: Figure, links: readonly Link[]): readonly Option[] {
  for (const link of links) {
    if (link !== links[0] && links[0]?.strength === 'strong' && hasOwnPercent(reading, link.numerator, percent)) continue;
    const options = optionsOf(reading, percent, link, links[0]);
    if (options.length > 0) return options;
  }
  return NO_OPTIONS;
}

/** Prose that repeats a row of a table: the same percent under the same name. */
function findTableRows(percent: Figure, lead: PercentLead, tables: TableCheck): readonly Option[] {
  const rows = tables.labelled.get(percent.approx);
  if (rows === undefined) return NO_OPTIONS;
  return rows
    .filter((row) => row.label !== '' && lead.words.includes(` ${row.label} `))
    .map(({ numerator, base }) => ({ numerator, base, cost: 30 }));
}

function optionsOf(reading: Reading, percent: Figure, { numerator, strength }: Link, first: Link | undefined): readonly Option[] {
  const isWeak = strength === 'weak';
  if (isWeak && (percent.approx >= 100 || isThreshold(reading, percent))) return NO_OPTIONS;
  const bases = findBases(reading, numerator, percent, spanOfBases(numerator, percent));
  if (bases.length === 0) return NO_OPTIONS;
  return bases
    .filter((base) => isUsable(percent, numerator, base, isWeak, first) || (!isWeak && isNamesake(reading, percent, numerator, base)))
    .filter(({ figure }) => agrees(numerator.range, figure.range, percent, numerator.baseIndex === figure.index ? 'any' : 'near'))
    .map(({ figure, cost }) => ({ numerator, base: figure, cost: cost + (isOnlyCut(numerator, figure, percent) ? CUT_COST : 0) }));
}

function isUsable(percent: Figure, numerator: Figure, base: Base, isWeak: boolean, first: Link | undefined): boolean {
  if (numerator.baseIndex >= 0) return numerator.baseIndex === base.figure.index;
  if (isWeak && base.figure.value.units === numerator.value.units) return false;
  if (percent.decimals === 0) return base.cost <= (isWeak ? (first?.numerator === numerator ? 7 : 0) : WEAK_COST);
  if (nounDistance(numerator, base.figure) !== 8) return true;
  // "cấp 23.804 tài khoản cho 71.340 người, đạt 33,37%": of those they are for, which stand between.
  const isBeside = base.figure.index === numerator.index - 1 && numerator.approx >= FEWEST_OF_OTHERS && !isWeak;
  if (percent.decimals === 1) return isBeside;
  return percent.decimals >= 2 && (!isWeak || (base.figure === first?.numerator && base.figure.index === numerator.index + 1));
}

const isNamesake = (reading: Reading, percent: Figure, numerator: Figure, base: Base): boolean =>
  base.cost <= NAMESAKE_COST &&
  numerator.baseIndex < 0 &&
  nounDistance(numerator, base.figure) === 0 &&
  (haveOneName(reading, numerator, base.figure) || isOfPlan(reading, percent, base.figure));

const isThreshold = (reading: Reading, percent: Figure): boolean =>
  percent.decimals === 0 && (percent.hedge === 'above' || hasAny(wordsAfter(reading, percent.after), BOUND));

/** How many percents each base explains: shares of one list share their total. */
function countBases(shares: readonly Share[]): ReadonlyMap<Figure, number> {
  const counts = new Map<Figure, number>();
  for (const { options } of shares)
    for (let i = 0; i < options.length; i += 1) {
      const base = options[i]?.base;
      const isRepeated = options.findIndex((option) => option.base === base) < i;
      if (base !== undefined && !isRepeated) counts.set(base, (counts.get(base) ?? 0) + 1);
    }
  return counts;
}

/** Parts that add up to a total are no shares of one another. */
function withoutParts(share: Share, totals: ReadonlyMap<Figure, Figure>): Share {
  if (share.options.length === 0) return share;
  const isShareOfPart = ({ numerator, base }: Option): boolean => totals.has(base) && totals.get(base) === totals.get(numerator);
  return share.options.some(isShareOfPart) ? { ...share, options: share.options.filter((option) => !isShareOfPart(option)) } : share;
}

function choose(share: Share, popularity: ReadonlyMap<Figure, number>, totals: ReadonlyMap<Figure, Figure>): Option | undefined {
  let best: Option | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const option of share.options) {
    const gain = totals.get(option.numerator) === option.base ? TOTAL_GAIN : 0;
    const cost = option.cost - gain - 4 * Math.min((popularity.get(option.base) ?? 1) - 1, 3);
    if (cost < lowest) [best, lowest] = [option, cost];
  }
  return best;
}

/** "4,2/5" is a score; "86 vụ/95 vụ" without a percent may be two counts. */
function isScoreOrPair(reading: Reading, figure: Figure, base: Figure): boolean {
  const isScore = figure.group === 'point' || (figure.group === '' && figure.decimals > 0);
  return isScore || (tokenAt(reading.tokens, base.at - 1).low === '/' && base.at - figure.after > 1);
}

function checkBareFractions(reading: Reading, used: ReadonlySet<Figure>, drafts: ClaimDraft[]): void {
  for (const figure of reading.figures) {
    const base = figure.baseIndex < 0 ? undefined : reading.figures[figure.baseIndex];
    if (
      base === undefined ||
      used.has(figure) ||
      base.value.units <= 0n ||
      figure.approx > base.approx ||
      isScoreOrPair(reading, figure, base)
    )
      continue;
    drafts.push(draftRatio(reading, figure, base));
  }
}
