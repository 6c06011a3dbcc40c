// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import { compare, difference, type Fraction, product, sum, zero } from '../arithmetic/fraction.ts';
import { isScoredAt, latestScores, type Score, standingScore } from '../cycle/stages.ts';
import type { CompiledSet } from '../engine/compiled-set.ts';
import { meanText, pointsOf, pointsText } from './points.ts';

/** What an appraisal did to a self-score: kept it, lowered it by less or by at least half of the maximum, or raised it. */
export const changes = ['same', 'lowered', 'lowered_much', 'raised'] as const;
export type Change = (typeof changes)[number];

/** An item that has a self-score and an appraisal that stands; the second appraisal stands in for the first. */
export type Judged = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly field: ReformField | null;
  readonly maximum: string;
  readonly self: Score;
  readonly appraised: Score;
  /** Self-score minus appraised points; positive where the appraiser gave less. */
  readonly difference: string;
  readonly change: Change;
};

/** The judged items of a sheet, in the order of its set. */
export function judgedItems(set: CompiledSet, scores: readonly Score[]): Judged[] {
  const latest = latestScores(scores);
  return set.items.flatMap(({ node }) => {
    const own = latest.get(node.code);
    const appraised = standingScore(own, 'appraised_2') ?? standingScore(own, 'appraised_1');
    if (!isScoredAt(node, 'self') || !own?.self || !appraised) return [];
    const less = difference(pointsOf(own.self.points), pointsOf(appraised.points));
    const { code: itemCode, name: itemName, appraiserField: field, maximum } = node;
    const change = changeOf(less, pointsOf(maximum));
    return [{ itemCode, itemName, field, maximum, self: own.self, appraised, difference: pointsText(less), change }];
  });
}

function changeOf(less: Fraction, maximum: Fraction): Change {
  const sign = compare(less, zero);
  if (sign === 0) return 'same';
  if (sign < 0) return 'raised';
  return compare(product(less, { of: 2, over: 1 }), maximum) < 0 ? 'lowered' : 'lowered_much';
}

/** How one appraiser judged one field. */
export type AppraiserLine = {
  readonly appraiser: string;
  readonly field: ReformField | null;
  readonly items: number;
  readonly counts: Readonly<Record<Change, number>>;
  readonly meanDifference: string;
};

/** Lines by appraiser and field, those who judged most first. */
export function appraiserLines(judged: readonly Judged[]): AppraiserLine[] {
  const lines = grouped(judged, ({ appraised, field }) => JSON.stringify([appraised.actorName, field]));
  return [...lines.values()]
    .map((items) => ({
      appraiser: items[0]?.appraised.actorName ?? '',
      field: items[0]?.field ?? null,
      items: items.length,
      counts: countsOf(items),
      meanDifference: meanOf(items),
    }))
    .sort((a, b) => b.items - a.items);
}

/** An item that several appraisers judged, with the mean difference of each: far apart means different measures. */
export type ContestedItem = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly appraisers: readonly { readonly appraiser: string; readonly items: number; readonly meanDifference: string }[];
  /** Greatest minus least mean difference, in points. */
  readonly spread: string;
};

/** Items that at least two appraisers judged, the furthest apart first. */
export function contestedItems(judged: readonly Judged[]): ContestedItem[] {
  const byItem = grouped(judged, ({ itemCode, itemName }) => JSON.stringify([itemCode, itemName]));
  const found = [...byItem.values()].flatMap((items) => {
    const people = [...grouped(items, ({ appraised }) => appraised.actorName)];
    if (people.length < 2) return [];
    const appraisers = people.map(([appraiser, own]) => ({ appraiser, items: own.length, meanDifference: meanOf(own) }));
    const means = appraisers.map(({ meanDifference }) => pointsOf(meanDifference)).sort(compare);
    const spread = difference(means.at(-1) ?? zero, means[0] ?? zero);
    return [{ itemCode: items[0]?.itemCode ?? '', itemName: items[0]?.itemName ?? '', appraisers, spread }];
  });
  return found.sort((a, b) => compare(b.spread, a.spread)).map(({ spread, ...item }) => ({ ...item, spread: pointsText(spread) }));
}

/** Sum of the differences of a sheet: how much its appraisers took away, negative where they added. */
export function totalDifference(judged: readonly Judged[]): string {
  return pointsText(sumOf(judged));
}

function sumOf(judged: readonly Judged[]): Fraction {
  return judged.reduce((total, one) => sum(total, pointsOf(one.difference)), zero);
}

function meanOf(judged: readonly Judged[]): string {
  return meanText(sumOf(judged), judged.length);
}

function countsOf(judged: readonly Judged[]): Record<Change, number> {
  const counts: Record<Change, number> = { same: 0, lowered: 0, lowered_much: 0, raised: 0 };
  for (const { change } of judged) counts[change] += 1;
  return counts;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(key(row));
    if (own) own.push(row);
    else found.set(key(row), [row]);
  }
  return found;
}
