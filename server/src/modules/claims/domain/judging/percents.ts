// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { hasAny, phrases, wordsAfter } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { findAlarm } from './alarms.ts';
import { type Base, findBases, nounDistance } from './bases.ts';
import { draftAlone, draftRatio, draftShare, draftWithoutBase } from './drafts.ts';
import { agrees, mayAgree } from './judge.ts';
import { findLinks, type Link, readLead } from './links.ts';
import { findBaseAfter } from './named-bases.ts';
import type { Evidence } from './proven-bases.ts';
import type { Option, Share } from './share.ts';
import type { TableCheck } from './tables.ts';

const BOUND = phrases('trở lên', 'trở xuống');
const WEAK_COST = 12;
const HEADLINE_REACH = 8;

/**
 * Recomputes every percent and fraction of a reading. A percent takes the base that makes it right;
 * an alarm needs a sentence built so that only one base can be meant.
 */
export function checkShares(reading: Reading, tables: TableCheck, totals: ReadonlyMap<Figure, Figure>): ClaimDraft[] {
  const percents = reading.figures.filter(
    (figure) => figure.kind === 'percent' && !tables.covered.has(figure) && !readLead(reading, figure).isChange,
  );
  const shares = percents.map((percent) => gather(reading, percent, tables));
  const popularity = countBases(shares);
  const taken = shares.map((share) => ({ share, option: choose(share, popularity) }));
  const settled = new Map<Figure, Option>();
  for (const { share, option } of taken) if (option !== undefined) settled.set(share.percent, option);

  const evidence = { settled, totals, links: new Map(shares.map(({ percent, links }) => [percent, links])) };
  const drafts: ClaimDraft[] = [];
  const usedFractions = new Set<Figure>();
  for (const { share, option } of taken) {
    const { draft, numerator } = option === undefined ? explain(reading, share, evidence) : agreed(reading, share, option);
    drafts.push(draft);
    if (numerator !== undefined) usedFractions.add(numerator);
  }
  return [...drafts, ...checkBareFractions(reading, usedFractions)];
}

type Explained = { readonly draft: ClaimDraft; readonly numerator: Figure | undefined };

const agreed = (reading: Reading, { percent }: Share, { numerator, base }: Option): Explained => ({
  draft: draftShare(reading, numerator, base, percent, 'consistent'),
  numerator,
});

function explain(reading: Reading, share: Share, evidence: Evidence): Explained {
  const { percent, links } = share;
  const alarm = findAlarm(reading, share, evidence);
  if (alarm !== undefined)
    return { draft: draftShare(reading, alarm.numerator, alarm.base, percent, alarm.verdict), numerator: alarm.numerator };
  const strong = links.find((link) => link.strength === 'strong' && link.numerator.baseIndex < 0);
  return {
    draft: strong === undefined ? draftAlone(percent, undefined) : draftWithoutBase(reading, strong.numerator, percent),
    numerator: undefined,
  };
}

function gather(reading: Reading, percent: Figure, tables: TableCheck): Share {
  const lead = readLead(reading, percent);
  const links = findLinksToName(reading, percent);
  const options = firstOptions(reading, percent, links);
  const isTied = links[0]?.strength === 'strong';
  if (options.length > 0 || isTied) return { percent, lead, links, options };
  const rows = findTableRows(percent, lead, tables);
  return { percent, lead, links, options: rows.length > 0 ? rows : findHeadlinePairs(reading, percent) };
}

/** "38 hội nghị với 4.215 lượt người, đạt 126,7% kế hoạch (30 hội nghị)": a printed base tells which count is meant. */
function findLinksToName(reading: Reading, percent: Figure): readonly Link[] {
  const links = findLinks(reading, percent);
  const base = findBaseAfter(reading, undefined, percent);
  if (base === undefined || (links[0]?.numerator.baseIndex ?? -1) >= 0) return links;
  const own = links.find(({ numerator }) => numerator !== base && nounDistance(numerator, base) === 0 && numerator.index < percent.index);
  return own === undefined ? links.filter(({ numerator }) => numerator !== base) : [{ numerator: own.numerator, strength: 'strong' }];
}

/** Those of the firmest link that has any. */
function firstOptions(reading: Reading, percent: Figure, links: readonly Link[]): Option[] {
  for (const link of links) {
    if (link !== links[0] && links[0]?.strength === 'strong' && hasOwnPercent(reading, link.numerator, percent)) continue;
    const options = optionsOf(reading, percent, link, links[0] === link);
    if (options.length > 0) return options;
  }
  return [];
}

/** "96 ý kiến (15%), 32 ý kiến (15%)": the first count has its percent already. */
function hasOwnPercent(reading: Reading, numerator: Figure, percent: Figure): boolean {
  const next = reading.figures[Math.max(numerator.index, numerator.baseIndex) + 1];
  return next !== undefined && next !== percent && next.kind === 'percent' && next.sentence === numerator.sentence;
}

/** Prose that repeats a row of a table: the same percent under the same name. */
function findTableRows(percent: Figure, lead: PercentLead, tables: TableCheck): Option[] {
  return (tables.labelled.get(percent.approx) ?? [])
    .filter((row) => row.label !== '' && lead.words.includes(` ${row.label} `))
    .map(({ numerator, base }) => ({ numerator, base, cost: 30 }));
}

function optionsOf(reading: Reading, percent: Figure, { numerator, strength }: Link, isFirst: boolean): Option[] {
  const isWeak = strength === 'weak';
  if (isWeak && (percent.approx >= 100 || isThreshold(reading, percent))) return [];
  const bases = findBases(reading, numerator, percent, (base) => mayAgree(numerator, base, percent));
  const usable = bases.filter((base) => isUsable(percent, numerator, base, isWeak, isFirst));
  return usable
    .filter(({ figure }) => agrees(numerator.range, figure.range, percent, numerator.baseIndex === figure.index ? 'any' : 'near'))
    .map(({ figure, cost }) => ({ numerator, base: figure, cost }));
}

function isUsable(percent: Figure, numerator: Figure, base: Base, isWeak: boolean, isFirst: boolean): boolean {
  if (numerator.baseIndex >= 0) return numerator.baseIndex === base.figure.index;
  if (isWeak && base.figure.value.units === numerator.value.units) return false;
  if (percent.decimals === 0) return base.cost <= (isWeak ? (isFirst ? 7 : 0) : WEAK_COST);
  return nounDistance(numerator, base.figure) === 8 ? percent.decimals >= 2 && !isWeak : true;
}

const isThreshold = (reading: Reading, percent: Figure): boolean =>
  hasAny(wordsAfter(reading, percent.after), BOUND) || percent.hedge === 'above' ? percent.decimals === 0 : false;

/** "tỷ lệ … năm 2023 đạt 99,62%. … nhận 87.582 hồ sơ; đúng hạn 87.253 hồ sơ": the counts follow the percent. */
function findHeadlinePairs(reading: Reading, percent: Figure): Option[] {
  if (percent.decimals === 0 || percent.hedge !== undefined) return [];
  const near = reading.figures
    .slice(Math.max(0, percent.index - HEADLINE_REACH), percent.index + HEADLINE_REACH)
    .filter(
      (figure) =>
        figure.kind === 'count' &&
        figure.approx >= 20 &&
        Math.abs(figure.sentence - percent.sentence) <= 1 &&
        figure.baseIndex < 0 &&
        !figure.isBase &&
        !figure.isRounded,
    );
  const options: Option[] = [];
  for (const numerator of near)
    for (const base of near) {
      const isPair =
        base.approx > numerator.approx &&
        nounDistance(numerator, base) === 0 &&
        numerator.group !== '' &&
        Math.abs(base.index - numerator.index) <= 3;
      if (
        !isPair ||
        hasOwnPercent(reading, numerator, percent) ||
        !mayAgree(numerator, base, percent) ||
        !agrees(numerator.range, base.range, percent)
      )
        continue;
      options.push({ numerator, base, cost: 20 + Math.abs(numerator.index - percent.index) + Math.abs(base.index - numerator.index) });
    }
  return options;
}

/** How many percents each base explains: shares of one list share their total. */
function countBases(shares: readonly Share[]): ReadonlyMap<Figure, number> {
  const counts = new Map<Figure, number>();
  for (const share of shares)
    for (const base of new Set(share.options.map((option) => option.base))) counts.set(base, (counts.get(base) ?? 0) + 1);
  return counts;
}

function choose(share: Share, popularity: ReadonlyMap<Figure, number>): Option | undefined {
  const costOf = (option: Option): number => option.cost - 4 * Math.min((popularity.get(option.base) ?? 1) - 1, 3);
  let best: Option | undefined;
  for (const option of share.options) if (best === undefined || costOf(option) < costOf(best)) best = option;
  return best;
}

/** "4,2/5" is a score; "86 vụ/95 vụ" without a percent may be two counts. */
function isScoreOrPair(reading: Reading, figure: Figure, base: Figure): boolean {
  const isScore = figure.group === 'point' || (figure.group === '' && figure.decimals > 0);
  return isScore || (tokenAt(reading.tokens, base.at - 1).low === '/' && base.at - figure.after > 1);
}

function checkBareFractions(reading: Reading, used: ReadonlySet<Figure>): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  for (const figure of reading.figures) {
    const base = reading.figures[figure.baseIndex];
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
  return drafts;
}
