// SPDX-License-Identifier: Apache-2.0
import { fold } from '../shared/format/text.ts';

/** How well a thing fits what was typed; the number of a paper weighs more than the code of a unit, and that more than words. */
export const fits = { code: 5, number: 4, codeBegins: 3, unitCode: 3, nameBegins: 1, words: 0 } as const;

function plain(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

/** Whether the number of a document is typed, alone or with its symbol: `1367`, `1367/QĐ`. */
export function isNumber(query: string): boolean {
  return /^\d+\s*(\/.*)?$/.test(query.trim());
}

/** Whether the whole code of a dossier is typed: `H18.03127-261129-0002`. */
export function isDossierCode(query: string): boolean {
  return /^[a-z]\d{2}(\.\d+)+-\d{6}-\d{4,}$/i.test(query.trim());
}

/**
 * How a document's number and symbol fit what was typed.
 *
 * @example
 * fitOfCode('1367', '1367/QĐ-UBND') // fits.number
 */
export function fitOfCode(query: string, code: string | null): number {
  const [asked, own] = [plain(query), plain(code ?? '')];
  if (asked === '' || own === '') return fits.words;
  if (own === asked) return fits.code;
  if (own.split('/')[0] === asked) return fits.number;
  return own.startsWith(asked) ? fits.codeBegins : fits.words;
}

export function fitOfName(query: string, name: string): number {
  return plain(query) !== '' && plain(name).startsWith(plain(query)) ? fits.nameBegins : fits.words;
}

type Ranked = { readonly found: readonly { readonly fit: number }[] };

/** The best fitting first, in each list and among the lists; equals keep their order. */
export function ranked<Group extends Ranked>(groups: readonly Group[]): readonly Group[] {
  const best = (group: Group): number => Math.max(0, ...group.found.map((one) => one.fit));
  return groups.map((group) => ({ ...group, found: [...group.found].sort((a, b) => b.fit - a.fit) })).sort((a, b) => best(b) - best(a));
}
