// SPDX-License-Identifier: Apache-2.0

/** How many people of a group gave an answer about an item of a unit. */
export type AnswerCount = {
  readonly sheetId: string;
  readonly itemCode: string;
  readonly group: string;
  readonly answer: string;
  readonly count: number;
};

/** Groups of fewer people are not shown by themselves, so that nobody is recognised by an answer. */
export const smallestShown = 5;

/** Answers of all groups together, by sheet and item: every answer weighs the same. */
export function pooled(counts: readonly AnswerCount[]): { sheetId: string; itemCode: string; answers: ReadonlyMap<string, number> }[] {
  const found = new Map<string, { sheetId: string; itemCode: string; answers: Map<string, number> }>();
  for (const { sheetId, itemCode, answer, count } of counts) {
    const key = JSON.stringify([sheetId, itemCode]);
    const own = found.get(key) ?? { sheetId, itemCode, answers: new Map<string, number>() };
    own.answers.set(answer, (own.answers.get(answer) ?? 0) + count);
    found.set(key, own);
  }
  return [...found.values()];
}

/** The number of answers of a map of counts. */
export function answersIn(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * Answer sheets of each group. A file of counts does not tell how many sheets it was added up from: of each unit it is the number of answers
 * to the item that most people answered.
 */
export function sheetsOfGroups(counts: readonly AnswerCount[]): ReadonlyMap<string, number> {
  const perItem = new Map<string, { group: string; sheetId: string; answers: number }>();
  for (const { sheetId, itemCode, group, count } of counts) {
    const key = JSON.stringify([group, sheetId, itemCode]);
    const own = perItem.get(key) ?? { group, sheetId, answers: 0 };
    perItem.set(key, { ...own, answers: own.answers + count });
  }
  const perUnit = new Map<string, { group: string; answers: number }>();
  for (const { group, sheetId, answers } of perItem.values()) {
    const key = JSON.stringify([group, sheetId]);
    perUnit.set(key, { group, answers: Math.max(answers, perUnit.get(key)?.answers ?? 0) });
  }
  const found = new Map<string, number>();
  for (const { group, answers } of perUnit.values()) found.set(group, (found.get(group) ?? 0) + answers);
  return found;
}

/** What of a group may be shown: its counts, or only that there are some. */
export type ShownGroup = { readonly group: string; readonly answers: ReadonlyMap<string, number> | null };

/**
 * The groups of one item with their counts, small ones without. As the sum of all is known, what is hidden must itself be at least
 * `smallestShown` answers: else the smallest of the others is hidden with it.
 */
export function shownGroups(counts: readonly AnswerCount[]): ShownGroup[] {
  const groups = new Map<string, Map<string, number>>();
  for (const { group, answer, count } of counts) {
    const own = groups.get(group) ?? new Map<string, number>();
    groups.set(group, own.set(answer, (own.get(answer) ?? 0) + count));
  }
  const bySize = [...groups].map(([group, answers]) => ({ group, answers, size: answersIn(answers) })).filter(({ size }) => size > 0);
  bySize.sort((a, b) => a.size - b.size);
  let hidden = 0;
  const isHidden = new Set<string>();
  for (const { group, size } of bySize) {
    const mustHide = size < smallestShown || (hidden > 0 && hidden < smallestShown);
    if (!mustHide) break;
    hidden += size;
    isHidden.add(group);
  }
  return bySize
    .map(({ group, answers }) => ({ group, answers: isHidden.has(group) ? null : answers }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
