// SPDX-License-Identifier: Apache-2.0
import { isDecimal } from '../arithmetic/decimal.ts';
import type { Rule } from '../criteria/rule.ts';
import { type ItemInput, inputKindOf } from '../engine/input.ts';
import { exactAmount } from './exact-amount.ts';

/** What a figure gives: its parts as decimal texts, and by what their quotient becomes a value (100 for percent); null where it has none. */
export type MeasuredParts = { readonly numerator: string | null; readonly denominator: string | null; readonly scale: string | null };

/** A measure named by an item of a set: an indicator of the figures, or a metric of the service index. */
export type NamedMeasure = { readonly kind: 'figure' | 'service_index'; readonly code: string };

const prefixes = { 'figure:': 'figure', 'service-index:': 'service_index' } as const;

/**
 * Reads the measure of an item.
 *
 * @example
 * namedMeasure('service-index:2.1') // { kind: 'service_index', code: '2.1' }
 */
export function namedMeasure(text: string | null): NamedMeasure | undefined {
  for (const [prefix, kind] of Object.entries(prefixes))
    if (text?.startsWith(prefix) && text.length > prefix.length) return { kind, code: text.slice(prefix.length) };
  return undefined;
}

/** The input that a rule takes from a figure; undefined where the figure has not the parts that the rule asks for. */
export function systemInput(rule: Rule, { numerator, denominator, scale }: MeasuredParts): ItemInput | undefined {
  const isNumber = (text: string | null): text is string => text !== null && isDecimal(text);
  switch (rule.kind === 'sum' ? null : inputKindOf[rule.kind]) {
    case 'ratio':
      return isNumber(numerator) && isNumber(denominator) ? { kind: 'ratio', numerator, denominator } : undefined;
    case 'amount':
      return amountInput(isNumber(numerator) && scale !== null ? exactAmount(numerator, denominator ?? '1', scale) : undefined);
    case 'cases':
      return isNumber(numerator) && /^\d+$/.test(numerator) ? { kind: 'cases', cases: numerator } : undefined;
    default:
      return undefined;
  }
}

function amountInput(amount: string | undefined): ItemInput | undefined {
  return amount === undefined ? undefined : { kind: 'amount', amount };
}

/** Whether two inputs say the same; an amount is the same number with and without zeros at its end. */
export function isSameInput(a: ItemInput, b: ItemInput): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(input: ItemInput): unknown {
  const plain = input.kind === 'amount' ? { ...input, amount: withoutZeros(input.amount) } : input;
  const entries = Object.entries(plain.kind === 'answers' ? { ...plain.counts, kind: plain.kind } : plain);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
