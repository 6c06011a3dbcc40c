// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../../src/modules/scoring/domain/arithmetic/decimal.ts';
import { sum, zero } from '../../src/modules/scoring/domain/arithmetic/fraction.ts';
import { plainDecimal } from '../../src/modules/scoring/domain/criteria/checked-number.ts';
import type { CriteriaNode, CriteriaSet } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Rule } from '../../src/modules/scoring/domain/criteria/rule.ts';

/** A node with everything that a test does not care about. */
export function aNode(over: Partial<CriteriaNode> & Pick<CriteriaNode, 'code'>): CriteriaNode {
  return {
    parentCode: null,
    kind: 'field',
    name: `Mục ${over.code}`,
    maximum: '1',
    method: over.rule?.kind === 'sum' ? null : 'self',
    evidence: '',
    appraiserField: null,
    rule: { kind: 'leader_score', step: null },
    measure: null,
    mayBeNotApplicable: false,
    note: '',
    ...over,
  };
}

/** A field that is scored itself. */
export function itemOf(code: string, maximum: string, rule: Rule, over: Partial<CriteriaNode> = {}): CriteriaNode {
  return aNode({ code, maximum, rule, ...over });
}

/** A set of these nodes; its maximum is what the fields add up to. */
export function aSet(nodes: readonly CriteriaNode[], over: Partial<CriteriaSet> = {}): CriteriaSet {
  const fields = nodes.filter(({ kind }) => kind === 'field').map(({ maximum }) => decimal(maximum) ?? zero);
  return {
    level: 'commune',
    year: 2026,
    title: 'Bộ tiêu chí thử',
    validFrom: '2026-01-01',
    validTo: null,
    legalBasis: '',
    certainty: 'template',
    note: '',
    maximum: plainDecimal(fields.reduce(sum, zero)),
    conventions: {
      rounding: 'half_up',
      decimals: 2,
      roundAt: 'items',
      indexDecimals: 2,
      notApplicable: 'rescale',
      aboveMaximum: 'cap',
      compareBy: 'shown',
    },
    grades: [
      { code: 'XS', name: 'Xuất sắc', fromPercent: '90' },
      { code: 'T', name: 'Tốt', fromPercent: '80' },
      { code: 'Y', name: 'Yếu', fromPercent: '0' },
    ],
    nodes,
    ...over,
  };
}
