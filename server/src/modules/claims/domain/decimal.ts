// SPDX-License-Identifier: Apache-2.0

/** An exact decimal: `units` × 10^-`scale`. Figures are judged with these, never in binary floating point. */
export type Decimal = { readonly units: bigint; readonly scale: number };

const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

export const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

export const decimal = (units: bigint | number, scale = 0): Decimal => ({ units: BigInt(units), scale });

const unitsAt = (value: Decimal, scale: number): bigint => value.units * powerOfTen(scale - value.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, decimal(0));

/** Negative, zero or positive, as for `Array.sort`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isPositive = (a: Decimal): boolean => a.units > 0n;

/** The quotient rounded half up (away from zero) to `decimals` places; the divisor must not be zero. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal {
  const shift = decimals + b.scale - a.scale;
  const top = shift >= 0 ? a.units * powerOfTen(shift) : a.units;
  const bottom = shift >= 0 ? b.units : b.units * powerOfTen(-shift);
  const isNegative = top < 0n !== bottom < 0n;
  const absTop = top < 0n ? -top : top;
  const absBottom = bottom < 0n ? -bottom : bottom;
  const rounded = (2n * absTop + absBottom) / (2n * absBottom);
  return { units: isNegative ? -rounded : rounded, scale: decimals };
}

/** For JSON and for coarse filters only; verdicts never pass through it. */
export function toNumber(value: Decimal): number {
  const units = Number(value.units);
  // Both are exact, so their quotient is the double nearest to the decimal.
  if (Number.isSafeInteger(units) && value.scale <= 22) return units / 10 ** value.scale;
  return Number(toPlain(value));
}

const toPlain = (value: Decimal): string => {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale > 0 ? `.${digits.slice(digits.length - value.scale)}` : '';
  return `${value.units < 0n ? '-' : ''}${whole}${fraction}`;
};

/**
 * A decimal in Vietnamese writing, without trailing zeros after the comma.
 *
 * @example
 * formatVietnamese(decimal(53690, 1)) // '5.369'
 */
export function formatVietnamese(value: Decimal): string {
  const fixed = formatFixed(value);
  return fixed.includes(',') ? fixed.replace(/0+$/, '').replace(/,$/, '') : fixed;
}

/** Most printed numbers are small: no exact arithmetic is needed to write them. */
function formatShort({ units, scale }: Decimal): string | undefined {
  if (units < 0n || units >= 1_000_000n || scale > 3) return undefined;
  const digits = String(Number(units));
  if (scale === 0) return digits.length <= 3 ? digits : `${digits.slice(0, -3)}.${digits.slice(-3)}`;
  const padded = digits.length > scale ? digits : digits.padStart(scale + 1, '0');
  return padded.length - scale > 3 ? undefined : `${padded.slice(0, -scale)},${padded.slice(-scale)}`;
}

/** As `formatVietnamese`, with every decimal that was printed: "99,60". */
export function formatFixed(value: Decimal): string {
  const short = formatShort(value);
  if (short !== undefined) return short;
  const [whole = '0', fraction = ''] = toPlain(value).split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const grouped = whole.replace('-', '').replace(/\B(?=(?:\d{3})+$)/g, '.');
  return fraction === '' ? `${sign}${grouped}` : `${sign}${grouped},${fraction}`;
}
