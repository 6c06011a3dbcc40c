// SPDX-License-Identifier: Apache-2.0

/** A decimal number without binary floating point: `digits` × 10^-`scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a decimal text such as `-12.50`; null where it is none. */
export function readDecimal(text: string): Decimal | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  return { digits: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length };
}

function decimal(text: string): Decimal {
  const read = readDecimal(text);
  if (!read) throw new RangeError(`${text} is no decimal number`);
  return read;
}

function written({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const cut = plain.length - scale;
  const fraction = plain.slice(cut).replace(/0+$/, '');
  return `${plain === '0' ? '' : sign}${plain.slice(0, cut)}${fraction ? `.${fraction}` : ''}`.replace(/^-0$/, '0');
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

/** Sum of decimal texts, without trailing zeros. */
export function sumOf(texts: readonly string[]): string {
  let total: Decimal = { digits: 0n, scale: 0 };
  for (const text of texts) {
    const [a, b, scale] = aligned(total, decimal(text));
    total = { digits: a + b, scale };
  }
  return written(total);
}

export function differenceOf(a: string, b: string): string {
  const [left, right, scale] = aligned(decimal(a), decimal(b));
  return written({ digits: left - right, scale });
}

export function productOf(a: string, b: string): string {
  const [left, right] = [decimal(a), decimal(b)];
  return written({ digits: left.digits * right.digits, scale: left.scale + right.scale });
}

/** -1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(decimal(a), decimal(b));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `numerator` ÷ `denominator` × `factor`, rounded half away from zero to `decimals`; null where the denominator is zero. */
export function quotientOf(numerator: string, denominator: string, factor: string, decimals: number): string | null {
  const short = shortQuotient(numerator, denominator, factor, decimals);
  if (short !== undefined) return short;
  const [top, bottom, by] = [decimal(numerator), decimal(denominator), decimal(factor)];
  if (bottom.digits === 0n) return null;
  const over = top.digits * by.digits * 10n ** BigInt(decimals + bottom.scale);
  const under = bottom.digits * 10n ** BigInt(top.scale + by.scale);
  const isNegative = over < 0n !== under < 0n;
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (2n * a + b) / (2n * b);
  const text = rounded.toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return `${isNegative && rounded !== 0n ? '-' : ''}${text.slice(0, cut)}${decimals > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** The same by plain integers where no step leaves the range in which they are exact, as nearly all figures do; undefined elsewhere. */
function shortQuotient(numerator: string, denominator: string, factor: string, decimals: number): string | null | undefined {
  const [top, bottom, by, unit] = [shortWhole(numerator), shortWhole(denominator), shortWhole(factor), powersOfTen[decimals]];
  if (top < 0 || bottom < 0 || by < 0 || unit === undefined) return undefined;
  if (bottom === 0) return null;
  const over = top * by * unit;
  if (!Number.isSafeInteger(top * by) || over > 2 ** 52) return undefined;
  const rest = over % bottom;
  const rounded = (over - rest) / bottom + (2 * rest >= bottom ? 1 : 0);
  if (decimals === 0) return String(rounded);
  const beyond = rounded % unit;
  return `${(rounded - beyond) / unit}.${String(beyond).padStart(decimals, '0')}`;
}

const powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** The number of up to 15 digits without sign and point; −1 for every other text. */
function shortWhole(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
