// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, Rule, RuleKind } from '../sets.api.ts';

const ratio = { numerator: '', denominator: '', whenZero: 'zero', whenAbove: 'refuse' } as const;
const usualAnswers = [
  { code: 'A', percent: '100' },
  { code: 'B', percent: '60' },
  { code: 'C', percent: '20' },
  { code: 'D', percent: '0' },
] as const;

/** A rule of a kind with nothing decided yet but what every set has: the usual scale of answers. */
export function blankRule(kind: RuleKind, maximum: string): Rule {
  const bands = [
    { from: null, includesFrom: false, to: '', includesTo: false, points: '0' },
    { from: '', includesFrom: true, to: null, includesTo: false, points: maximum },
  ];
  switch (kind) {
    case 'sum':
      return { kind };
    case 'options':
      return {
        kind,
        options: [
          { code: 'a', label: '', points: maximum },
          { code: 'b', label: '', points: '0' },
        ],
      };
    case 'rate_bands':
      return { kind, ratio, bands };
    case 'amount_bands':
      return { kind, amount: '', bands };
    case 'proportional':
      return { kind, ratio };
    case 'threshold_linear':
      return { kind, ratio, targetPercent: '' };
    case 'floor_proportional':
      return { kind, ratio, floorPercent: '' };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { kind, unit: '', perCase: '', most: null };
    case 'flat_deduction':
      return { kind, condition: '', points: maximum };
    case 'survey_mean':
      return { kind, answers: usualAnswers, whenZero: 'zero' };
    case 'leader_score':
      return { kind, step: null };
  }
}

/** Rules that a kind of row may have. */
export function rulesFor(kind: CriteriaNode['kind']): readonly RuleKind[] {
  if (kind === 'bonus') return ['options', 'per_case_bonus', 'leader_score'];
  if (kind === 'deduction') return ['options', 'per_case_deduction', 'flat_deduction'];
  const items: readonly RuleKind[] = [
    'options',
    'rate_bands',
    'amount_bands',
    'proportional',
    'threshold_linear',
    'floor_proportional',
    'per_case_deduction',
    'per_case_bonus',
    'flat_deduction',
    'survey_mean',
    'leader_score',
  ];
  return kind === 'sub_criterion' ? items : ['sum', ...items];
}

/** A number as it is typed, with a comma or a point, as the server reads it. */
export function typedNumber(text: string): string {
  return text.replace(/\s/g, '').replace(',', '.');
}
