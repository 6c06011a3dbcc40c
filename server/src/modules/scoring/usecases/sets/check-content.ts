// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { type Fault, faultSentence } from '../../domain/criteria/fault.ts';
import { findFaults } from '../../domain/criteria/find-faults.ts';
import type { ItemInput } from '../../domain/engine/input.ts';
import { compileItem } from '../../domain/engine/item.ts';
import { type Explanation, explainItem } from '../../domain/wording/explain-item.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { ruleWords } from '../../domain/wording/rule-words.ts';

export type ToldFault = Pick<Fault, 'row' | 'nodeCode' | 'path'> & { readonly sentence: string };

/** Faults of a set, each with its sentence. */
export function tellFaults(set: CriteriaSet, language: Language): ToldFault[] {
  return findFaults(set).map((fault) => ({
    row: fault.row,
    nodeCode: fault.nodeCode,
    path: fault.path,
    sentence: faultSentence(fault, language),
  }));
}

/** The rule of every row in words, in the order of the table. */
export function tellRules(set: CriteriaSet, language: Language): string[] {
  return set.nodes.map((node) => ruleWords(node.rule, node.maximum, language));
}

export type Trial =
  | { readonly faults: readonly ToldFault[]; readonly explanation: null }
  | { readonly faults: readonly []; readonly explanation: Explanation };

/**
 * What a rule gives for an input, with its steps; where the rule has faults, those. Nothing is kept.
 *
 * @throws AppError what the rule refuses
 */
export function tryRule(
  node: CriteriaNode,
  conventions: CriteriaSet['conventions'],
  input: ItemInput | undefined,
  language: Language,
): Trial {
  const faults = tellFaults(setOfOne(node, conventions), language).filter(({ row, path }) => row === 0 && path !== 'parentCode');
  if (faults.length > 0 || node.rule.kind === 'sum') return { faults, explanation: null };
  return { faults: [], explanation: explainItem(compileItem(node, node.rule, conventions), conventions, input, language) };
}

/** A set that holds nothing but this row. */
function setOfOne(node: CriteriaNode, conventions: CriteriaSet['conventions']): CriteriaSet {
  return {
    level: 'commune',
    year: 2000,
    title: node.name,
    validFrom: '2000-01-01',
    validTo: null,
    legalBasis: '',
    certainty: 'template',
    note: '',
    maximum: node.maximum,
    conventions,
    grades: [],
    nodes: [node],
  };
}
