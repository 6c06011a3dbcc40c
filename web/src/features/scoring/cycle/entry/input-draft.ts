// SPDX-License-Identifier: Apache-2.0
import type { ItemInput, SheetItem } from '../cycle.api.ts';

/** What is typed for an item, before it is an input; numbers as the language of the person writes them. */
export type Draft = {
  readonly mode: 'rule' | 'not_applicable' | 'decided';
  readonly values: Readonly<Record<string, string>>;
  readonly note: string;
};

/** The fields that the rule of an item asks for. */
export function fieldsOf({ rule }: Pick<SheetItem, 'rule'>): readonly string[] {
  switch (rule.kind) {
    case 'options':
      return ['option'];
    case 'amount_bands':
      return ['amount'];
    case 'per_case_deduction':
    case 'per_case_bonus':
      return ['cases'];
    case 'flat_deduction':
      return ['happened'];
    case 'survey_mean':
      return rule.answers.map(({ code }) => code);
    case 'leader_score':
      return ['points'];
    case 'sum':
      return [];
    default:
      return ['numerator', 'denominator'];
  }
}

/** A draft that shows an input again. */
export function draftOf(input: ItemInput | undefined): Draft {
  if (!input) return { mode: 'rule', values: {}, note: '' };
  if (input.kind === 'not_applicable') return { mode: 'not_applicable', values: {}, note: '' };
  if (input.kind === 'decided') return { mode: 'decided', values: { points: shown(input.points) }, note: '' };
  const values: Record<string, string> = {};
  const entries = Object.entries(input.kind === 'answers' ? input.counts : input);
  for (const [key, value] of entries) if (key !== 'kind') values[key] = key === 'option' ? String(value) : shown(String(value));
  return { mode: 'rule', values, note: '' };
}

/** The input of a draft, or null while something is missing. */
export function inputOf({ rule }: Pick<SheetItem, 'rule'>, { mode, values }: Draft): ItemInput | null {
  const read = (key: string): string => written(values[key] ?? '');
  if (mode === 'not_applicable') return { kind: 'not_applicable' };
  if (mode === 'decided') return read('points') ? { kind: 'decided', points: read('points') } : null;
  if (fieldsOf({ rule }).some((key) => key !== 'happened' && !values[key])) return null;
  switch (rule.kind) {
    case 'options':
      return { kind: 'option', option: values['option'] ?? '' };
    case 'amount_bands':
      return { kind: 'amount', amount: read('amount') };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { kind: 'cases', cases: read('cases') };
    case 'flat_deduction':
      return { kind: 'happened', happened: values['happened'] === 'true' };
    case 'survey_mean':
      return { kind: 'answers', counts: Object.fromEntries(rule.answers.map(({ code }) => [code, read(code)])) };
    case 'leader_score':
      return { kind: 'points', points: read('points') };
    case 'sum':
      return null;
    default:
      return { kind: 'ratio', numerator: read('numerator'), denominator: read('denominator') };
  }
}

/** `1.234,5` or `1234.5` as the decimal text that the rules read. */
function written(text: string): string {
  const trimmed = text.trim().replace(/\s/g, '');
  return trimmed.includes(',') ? trimmed.replace(/\./g, '').replace(',', '.') : trimmed;
}

function shown(text: string): string {
  return text.replace('.', ',');
}
