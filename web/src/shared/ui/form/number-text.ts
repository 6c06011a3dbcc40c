// SPDX-License-Identifier: Apache-2.0

/** The number that a text says: empty where it says none yet, null where it is none. */
export function readNumber(
  text: string,
  { decimals, grouped }: { readonly decimals: number; readonly grouped: boolean },
): number | '' | null {
  const bare = text.replace(grouped ? /[\s.,]/g : /\s/g, '');
  if (bare === '' || bare === '-') return '';
  const fraction = decimals > 0 ? `([.,]\\d{0,${decimals}})?` : '';
  return new RegExp(`^-?\\d{1,15}${fraction}$`).test(bare) ? Number(bare.replace(',', '.')) : null;
}

/** A number as it stands in a field. */
export function writeNumber(value: number | '', { comma, grouped }: { readonly comma: string; readonly grouped: boolean }): string {
  if (value === '') return '';
  if (!grouped) return String(value).replace('.', comma);
  return String(value).replace(/\B(?=(\d{3})+$)/g, comma === ',' ? '.' : ',');
}
