// SPDX-License-Identifier: Apache-2.0

/**
 * A whole number of any size: a safe integer as long as it is one, else a BigInt. Integers below 2⁵³ are exact in a JavaScript number and
 * ten times as fast; a product that would leave that range is seen before it is used.
 */
export type Whole = number | bigint;

/** Exact product. */
export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    // A product beyond 2⁵³ never rounds down into the safe range, because rounding is monotone and 2⁵³ itself can be written.
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

/** Exact sum. */
export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

/** The same number with the other sign. */
export function negated(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : -a;
}

/** Quotient toward zero and what remains of it, exact; the remainder has the sign of `a`. */
export function divided(a: Whole, b: Whole): { readonly quotient: Whole; readonly rest: Whole } {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return { quotient: (a - rest) / b, rest };
  }
  const [large, by] = [BigInt(a), BigInt(b)];
  return { quotient: large / by, rest: large % by };
}

/** Greatest common divisor, not negative; a safe integer where it fits one. */
export function commonDivisor(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return divisorOfSafe(a, b);
  let [x, y] = [absolute(BigInt(a)), absolute(BigInt(b))];
  while (y > largestSafe) [x, y] = [y, x % y];
  return y === 0n ? compact(x) : divisorOfSafe(Number(y), Number(x % y));
}

function divisorOfSafe(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Exact quotient of a number and one of its divisors. */
export function share(a: Whole, divisor: Whole): Whole {
  if (divisor === 1) return compact(a);
  return typeof a === 'number' && typeof divisor === 'number' ? a / divisor : compact(BigInt(a) / BigInt(divisor));
}

/** A safe integer where the number fits one. */
export function compact(a: Whole): Whole {
  if (typeof a === 'number') return a;
  return a >= -largestSafe && a <= largestSafe ? Number(a) : a;
}

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

const tens = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** 10 to a power that is not negative. */
export function tenTo(exponent: number): Whole {
  return tens[exponent] ?? 10n ** BigInt(exponent);
}

function absolute(a: bigint): bigint {
  return a < 0n ? -a : a;
}
