// SPDX-License-Identifier: Apache-2.0

/**
 * A number as Vietnamese documents print it: `.` between thousands, `,` before decimals.
 *
 * @param value a decimal number as text (exact) or a JavaScript number
 * @example
 * vietnameseNumber('5369') // '5.369'
 * vietnameseNumber('95.47', 1) // '95,5'
 */
export function vietnameseNumber(value: string | number, decimals?: number): string {
  const text = decimals === undefined ? String(value) : roundDecimal(String(value), decimals);
  const negative = text.startsWith('-');
  const [whole = '0', fraction] = text.replace(/^[-+]/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** Rounds a decimal text half up (away from zero) to `decimals` places, without binary floating point. */
export function roundDecimal(text: string, decimals: number): string {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign, whole = '0', fraction = ''] = match;
  const padded = fraction.padEnd(decimals + 1, '0');
  let digits = BigInt(whole + padded.slice(0, decimals));
  if (Number(padded[decimals]) >= 5) digits += 1n;
  const out = digits.toString().padStart(decimals + 1, '0');
  const cut = out.length - decimals;
  return `${sign === '-' && digits !== 0n ? '-' : ''}${out.slice(0, cut)}${decimals ? `.${out.slice(cut)}` : ''}`;
}

/**
 * Percentage of two whole or decimal numbers as exact text rounded half up to `decimals`; null where the base is zero.
 *
 * @example
 * percentOf('7', '21', 2) // '33.33'
 */
export function percentOf(numerator: string, denominator: string, decimals: number): string | null {
  const [n, d] = [toScaled(numerator), toScaled(denominator)];
  if (!n || !d || d.digits === 0n) return null;
  const scaleUp = 10n ** BigInt(decimals + 2 + Math.max(0, d.scale - n.scale));
  const scaleDown = 10n ** BigInt(Math.max(0, n.scale - d.scale));
  const [top, bottom] = [n.digits * scaleUp, d.digits * scaleDown];
  const rounded = (2n * top + bottom) / (2n * bottom);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
}

function toScaled(text: string): { digits: bigint; scale: number } | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const fraction = match[2] ?? '';
  return { digits: BigInt(`${match[1]}${fraction}`), scale: fraction.length };
}
