// SPDX-License-Identifier: Apache-2.0
import { decimal, decimalsOf } from '../arithmetic/decimal.ts';
import { compare, type Fraction, sum, zero } from '../arithmetic/fraction.ts';
import { checkCode, plainDecimal } from './checked-number.ts';
import type { CriteriaNode, CriteriaSet, NodeKind } from './criteria-set.ts';
import { type Fault, type Report, reportFor } from './fault.ts';
import { checkRule } from './rule-faults.ts';

/**
 * Everything that keeps a set from being published or scored (docs/domain/scoring-rules.md, 9), each fault with its row and field.
 * A set without faults gives points for every input of the right kind.
 */
export function findFaults(set: CriteriaSet): Fault[] {
  const faults: Fault[] = [];
  checkSet(set, reportFor(faults, null, null));
  const children = childrenOf(set.nodes);
  const byCode = new Map(set.nodes.map((node) => [node.code, node]));
  const counts = new Map<string, number>();
  for (const { code } of set.nodes) counts.set(code, (counts.get(code) ?? 0) + 1);
  set.nodes.forEach((node, row) => {
    const report = reportFor(faults, row, node);
    if ((counts.get(node.code) ?? 0) > 1) report('twice', 'code', { value: node.code });
    checkPlace(node, byCode, report);
    checkNode(node, children.get(node.code) ?? [], set, report);
  });
  return faults;
}

function checkSet(set: CriteriaSet, report: Report): void {
  const fields = set.nodes.filter(({ kind }) => kind === 'field');
  if (set.title === '') report('empty', 'title');
  if (fields.length === 0) report('no_field', 'nodes');
  if (set.validTo !== null && set.validTo < set.validFrom) report('dates', 'validTo');
  checkMaximum(set.maximum, set, report);
  checkSum('set_sum', set.maximum, fields, report);
  checkGrades(set, report);
}

function checkMaximum(text: string, { conventions }: CriteriaSet, report: Report): void {
  const maximum = decimal(text);
  if (!maximum) report('number', 'maximum', { value: text });
  else if (maximum.of === 0) report('not_positive', 'maximum');
  else if (decimalsOf(text) > conventions.decimals)
    report('too_precise', 'maximum', { value: text, decimals: String(conventions.decimals) });
}

function checkSum(code: 'sum' | 'set_sum', text: string, parts: readonly CriteriaNode[], report: Report): void {
  const maximum = decimal(text);
  const numbers = parts.map((part) => decimal(part.maximum));
  if (!maximum || parts.length === 0 || numbers.includes(undefined)) return;
  const total = numbers.reduce<Fraction>((added, number) => sum(added, number ?? zero), zero);
  if (compare(total, maximum) !== 0) report(code, 'maximum', { maximum: text, sum: plainDecimal(total) });
}

const parentKinds: Readonly<Record<NodeKind, NodeKind | null>> = {
  field: null,
  criterion: 'field',
  sub_criterion: 'criterion',
  bonus: null,
  deduction: null,
};

function checkPlace(node: CriteriaNode, byCode: ReadonlyMap<string, CriteriaNode>, report: Report): void {
  const wanted = parentKinds[node.kind];
  if (node.parentCode === null) {
    if (wanted !== null) report('parent_kind', 'parentCode');
    return;
  }
  const parent = byCode.get(node.parentCode);
  if (!parent) report('parent_missing', 'parentCode', { value: node.parentCode });
  else if (parent.kind !== wanted) report('parent_kind', 'parentCode');
  const seen = new Set([node.code]);
  for (let above: CriteriaNode | undefined = parent; above; above = byCode.get(above.parentCode ?? '')) {
    if (above.code === node.code) report('cycle', 'parentCode');
    if (seen.has(above.code)) return;
    seen.add(above.code);
  }
}

function checkNode(node: CriteriaNode, children: readonly CriteriaNode[], set: CriteriaSet, report: Report): void {
  checkCode(node.code, 'code', report);
  if (node.name === '') report('empty', 'name');
  checkMaximum(node.maximum, set, report);
  if (children.length === 0) checkItem(node, set, report);
  else {
    if (node.rule.kind !== 'sum') report('needs_sum', 'rule');
    if (node.method !== null) report('has_method', 'method');
    checkSum('sum', node.maximum, children, report);
  }
}

function checkItem(node: CriteriaNode, { conventions }: CriteriaSet, report: Report): void {
  const isModifier = node.kind === 'bonus' || node.kind === 'deduction';
  if (node.method === null) report('needs_method', 'method');
  if (node.rule.kind === 'sum') report('needs_rule', 'rule');
  if (node.mayBeNotApplicable && isModifier) report('modifier_applies', 'mayBeNotApplicable');
  else if (node.mayBeNotApplicable && conventions.notApplicable === 'refuse') report('contradicts_refuse', 'mayBeNotApplicable');
  checkRule(node, node.rule, conventions, report);
}

function checkGrades({ grades }: CriteriaSet, report: Report): void {
  const codes = grades.map(({ code }) => code);
  const levels = grades.map(({ fromPercent }) => decimal(fromPercent));
  for (const [index, { code, name, fromPercent }] of grades.entries()) {
    const path = `grades.${index}`;
    checkCode(code, `${path}.code`, report);
    if (codes.indexOf(code) !== index) report('twice', `${path}.code`, { value: code });
    if (name === '') report('empty', `${path}.name`);
    const [from, before] = [levels[index], levels[index - 1]];
    if (!from) {
      report('number', `${path}.fromPercent`, { value: fromPercent });
      continue;
    }
    if (compare(from, { of: 100, over: 1 }) > 0) report('percent', `${path}.fromPercent`, { value: fromPercent });
    if (before && compare(from, before) >= 0) report('grade_order', `${path}.fromPercent`);
    if (index === grades.length - 1 && from.of !== 0) report('grade_last', `${path}.fromPercent`);
  }
}

function childrenOf(nodes: readonly CriteriaNode[]): ReadonlyMap<string, CriteriaNode[]> {
  const children = new Map<string, CriteriaNode[]>();
  for (const node of nodes) {
    if (node.parentCode === null) continue;
    const siblings = children.get(node.parentCode);
    if (siblings) siblings.push(node);
    else children.set(node.parentCode, [node]);
  }
  return children;
}
