// SPDX-License-Identifier: Apache-2.0
import type { Term } from './rules.api.ts';

const part = { TS: 'numerator', MS: 'denominator' } as const;

/**
 * One side of a rule from what was typed: codes of indicators with their part, and numbers, added up; null where a piece is neither.
 *
 * @example
 * readTerms('TT.HS.TS + 5') // [{ indicator: 'TT.HS', part: 'numerator' }, { number: '5' }]
 */
export function readTerms(typed: string): Term[] | null {
  const terms = typed.split('+').map((piece): Term | null => {
    const text = piece.trim().toUpperCase();
    if (/^\d{1,15}([.,]\d{1,6})?$/.test(text)) return { number: text.replace(',', '.') };
    const [, indicator, side] = /^([A-Z][A-Z0-9]*(?:\.[A-Z0-9]+){0,5}?)(?:\.(TS|MS))?$/.exec(text) ?? [];
    if (!indicator) return null;
    return { indicator, part: side === 'MS' ? part.MS : part.TS };
  });
  return terms.every((term) => term !== null) ? terms : null;
}

/** A side as it is typed. */
export function writeTerms(terms: readonly Term[]): string {
  return terms
    .map((term) => ('number' in term ? term.number.replace('.', ',') : `${term.indicator}.${term.part === 'numerator' ? 'TS' : 'MS'}`))
    .join(' + ');
}
