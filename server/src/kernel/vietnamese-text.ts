// SPDX-License-Identifier: Apache-2.0

/**
 * A text without diacritics and in small letters, for search: `dien bien` finds `Điện Biên`.
 * The database has the same rule as `platform.fold(text)`.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

const collator = new Intl.Collator('vi');

/** Vietnamese alphabetical order (a ă â b … đ …), for `sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
