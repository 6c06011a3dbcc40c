// SPDX-License-Identifier: Apache-2.0

/** A text without diacritics and in small letters, for search: `dien bien` finds `Điện Biên`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word of the query occurs in the text, diacritics apart. */
export function matches(query: string, ...texts: readonly (string | null | undefined)[]): boolean {
  const folded = fold(texts.filter(Boolean).join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese alphabetical order (a ă â b c d đ e ê …), numbers inside by value. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** A subject as a sentence of its own: the first letter large. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
