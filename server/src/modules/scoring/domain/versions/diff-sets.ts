// SPDX-License-Identifier: Apache-2.0
import { isDecimal } from '../arithmetic/decimal.ts';
import type { CriteriaNode, CriteriaSet } from '../criteria/criteria-set.ts';
import type { Rule } from '../criteria/rule.ts';
import { ruleWords } from '../wording/rule-words.ts';

/** What of a row or of the set differs. */
export type ChangedPart =
  | 'name'
  | 'maximum'
  | 'rule'
  | 'method'
  | 'evidence'
  | 'appraiser'
  | 'measure'
  | 'applicability'
  | 'kind'
  | 'note'
  | 'parent'
  | 'position';

export type PartChange = { readonly part: string; readonly from: string; readonly to: string };

/** A row that came, went, or differs; `moved` tells of another parent or another place among its neighbours. */
export type NodeChange =
  | { readonly change: 'added'; readonly code: string; readonly name: string; readonly row: number }
  | { readonly change: 'removed'; readonly code: string; readonly name: string; readonly row: null }
  | {
      readonly change: 'changed';
      readonly code: string;
      readonly name: string;
      readonly row: number;
      readonly moved: boolean;
      readonly parts: readonly PartChange[];
    };

export type SetDifference = { readonly head: readonly PartChange[]; readonly nodes: readonly NodeChange[]; readonly unchanged: number };

/**
 * Differences of two sets, rows matched by code. Numbers that are equal as numbers do not differ (`1.50` and `1.5`).
 */
export function diffSets(from: CriteriaSet, to: CriteriaSet): SetDifference {
  const before = new Map(from.nodes.map((node) => [node.code, node]));
  const after = new Set(to.nodes.map(({ code }) => code));
  const moved = movedCodes(from.nodes, to.nodes);
  const nodes = to.nodes.flatMap((node, row): NodeChange[] => {
    const old = before.get(node.code);
    if (!old) return [{ change: 'added', code: node.code, name: node.name, row }];
    const parts = nodeParts(old, node);
    const isMoved = moved.has(node.code) || old.parentCode !== node.parentCode;
    return parts.length === 0 && !isMoved ? [] : [{ change: 'changed', code: node.code, name: node.name, row, moved: isMoved, parts }];
  });
  const removed = from.nodes.filter(({ code }) => !after.has(code));
  return {
    head: headParts(from, to),
    nodes: [...nodes, ...removed.map(({ code, name }): NodeChange => ({ change: 'removed', code, name, row: null }))],
    unchanged: to.nodes.length - nodes.length,
  };
}

/** Parts in which two rows of the same code differ, in the words of the table. */
export function nodeParts(from: CriteriaNode, to: CriteriaNode): PartChange[] {
  const parts: readonly (readonly [ChangedPart, string, string])[] = [
    ['name', from.name, to.name],
    ['kind', from.kind, to.kind],
    ['parent', from.parentCode ?? '', to.parentCode ?? ''],
    ['maximum', plainNumber(from.maximum), plainNumber(to.maximum)],
    ['method', from.method ?? '', to.method ?? ''],
    ['evidence', from.evidence, to.evidence],
    ['appraiser', from.appraiserField ?? '', to.appraiserField ?? ''],
    ['measure', from.measure ?? '', to.measure ?? ''],
    ['applicability', String(from.mayBeNotApplicable), String(to.mayBeNotApplicable)],
    ['note', from.note, to.note],
  ];
  const changed: PartChange[] = parts.filter(([, a, b]) => a !== b).map(([part, a, b]) => ({ part, from: a, to: b }));
  if (!sameRule(from.rule, to.rule))
    changed.push({ part: 'rule', from: ruleWords(from.rule, from.maximum, 'vi'), to: ruleWords(to.rule, to.maximum, 'vi') });
  return changed;
}

function headParts(from: CriteriaSet, to: CriteriaSet): PartChange[] {
  const said = (set: CriteriaSet): Readonly<Record<string, string>> => ({
    level: set.level,
    year: String(set.year),
    title: set.title,
    validFrom: set.validFrom,
    validTo: set.validTo ?? '',
    legalBasis: set.legalBasis,
    certainty: set.certainty,
    note: set.note,
    maximum: plainNumber(set.maximum),
    ...Object.fromEntries(Object.entries(set.conventions).map(([name, value]) => [name, String(value)])),
    grades: set.grades.map(({ code, name, fromPercent }) => `${code} ${name} ≥ ${plainNumber(fromPercent)}`).join('; '),
  });
  const [a, b] = [said(from), said(to)];
  return Object.keys(b).flatMap((part) => (a[part] === b[part] ? [] : [{ part, from: a[part] ?? '', to: b[part] ?? '' }]));
}

/** Whether two rules give the same points and ask for the same input in the same words. */
export function sameRule(a: Rule, b: Rule): boolean {
  return JSON.stringify(canonical('', a)) === JSON.stringify(canonical('', b));
}

const numbers = new Set(['points', 'percent', 'from', 'to', 'targetPercent', 'floorPercent', 'perCase', 'most', 'step']);

/** The same value with sorted keys and numbers written one way. */
function canonical(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => canonical(name, part));
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(key, part)]);
  return typeof value === 'string' && numbers.has(name) ? plainNumber(value) : value;
}

/** A number without trailing zeros; what is no number stays as it is. */
function plainNumber(text: string): string {
  return isDecimal(text) && text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Codes whose place among the siblings that both sets have is another one. */
function movedCodes(from: readonly CriteriaNode[], to: readonly CriteriaNode[]): ReadonlySet<string> {
  const places = new Map(from.map(({ code, parentCode }, place) => [code, { parentCode, place }]));
  const bySibling = new Map<string | null, string[]>();
  for (const { code, parentCode } of to) {
    if (places.get(code)?.parentCode !== parentCode || !places.has(code)) continue;
    bySibling.set(parentCode, [...(bySibling.get(parentCode) ?? []), code]);
  }
  const moved = new Set<string>();
  for (const codes of bySibling.values()) {
    const kept = new Set(longestRising(codes.map((code) => places.get(code)?.place ?? 0)));
    codes.forEach((code, index) => {
      if (!kept.has(index)) moved.add(code);
    });
  }
  return moved;
}

/** Indexes of a longest rising run, so that as few rows as possible count as moved. */
function longestRising(places: readonly number[]): number[] {
  const lengths = places.map(() => 1);
  const before = places.map(() => -1);
  let last = places.length === 0 ? -1 : 0;
  places.forEach((place, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < place && (lengths[earlier] ?? 0) + 1 > (lengths[index] ?? 0)) {
        lengths[index] = (lengths[earlier] ?? 0) + 1;
        before[index] = earlier;
      }
    }
    if ((lengths[index] ?? 0) > (lengths[last] ?? 0)) last = index;
  });
  const kept: number[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) kept.push(index);
  return kept;
}
