// SPDX-License-Identifier: Apache-2.0
import type { Figure } from '../reading/figure.ts';

/** Fewer than three digits differ from any other number by one slip. */
const FEWEST = 100;
/** A share beyond this is of no total. */
const MOST_SHARE = 1_000;

/**
 * Whether the printed percent is the recomputed one after one slip of the hand: two digits exchanged,
 * one digit wrong, lost or added, or the decimal point moved. Chance gives this seldom, so it tells
 * the base that was meant.
 *
 * @example
 * isSlipOf(86.88 of 2.959/3.406, printed 88,68) // true
 */
export function isSlipOf(numerator: Figure, base: Figure, percent: Figure, where: 'percent' | 'any' = 'any'): boolean {
  if (percent.isRounded || numerator.hedge !== undefined || base.hedge !== undefined || base.approx <= 0) return false;
  // "291 tỷ" of "604 tỷ": amounts cut alike still give the digits of their share.
  if (numerator.isRounded || base.isRounded) return numerator.multiplier === base.multiplier && isPercentSlip(numerator, base, percent);
  return isPercentSlip(numerator, base, percent) || (where === 'any' && isCountSlip(numerator, base, percent));
}

/** With two decimals a percent tells a count to its digits: 22.907 of 23.118 is 99,09 %, printed "27.118". */
function isCountSlip(numerator: Figure, base: Figure, percent: Figure): boolean {
  if (percent.decimals < 2 || percent.approx <= 0) return false;
  const unit = 10 ** -percent.decimals;
  const [lo, hi] = [percent.approx - unit / 2, percent.approx + unit];
  return (
    isOneDigitFrom(base.approx, (100 * numerator.approx) / hi, (100 * numerator.approx) / lo) ||
    isOneDigitFrom(numerator.approx, (lo * base.approx) / 100, (hi * base.approx) / 100)
  );
}

/** Whether one other digit turns a whole number of three digits or more into one between the bounds. */
export function isOneDigitFrom(value: number, lo: number, hi: number): boolean {
  if (!Number.isSafeInteger(value) || value < 100) return false;
  for (let place = 1; place <= value; place *= 10) {
    const digit = Math.floor(value / place) % 10;
    const rest = value - digit * place;
    const from = Math.max(0, Math.ceil((lo - rest) / place));
    const to = Math.min(9, Math.floor((hi - rest) / place));
    if (from <= to && !(from === digit && to === digit)) return true;
  }
  return false;
}

function isPercentSlip(numerator: Figure, base: Figure, percent: Figure): boolean {
  const unit = 10 ** percent.decimals;
  const stated = Math.round(percent.approx * unit);
  if (stated < FEWEST || base.approx < numerator.approx / MOST_SHARE) return false;
  const share = (100 * numerator.approx * unit) / base.approx;
  const cut = Math.floor(share + 1e-9);
  const rounded = Math.round(share + 1e-9);
  if (isSlip(cut, Math.floor(10 * share + 1e-9), stated)) return true;
  return isSlip(rounded, Math.round(10 * share + 1e-9), stated);
}

function isSlip(exact: number, longer: number, stated: number): boolean {
  if (exact === stated) return false;
  if (longer === stated) return true;
  const digits = countDigits(stated);
  if (countDigits(exact) === digits && (isOneDigitOff(exact, stated) || isExchanged(exact, stated))) return true;
  return countDigits(longer) === digits + 1 && isOneLost(longer, stated, 10 ** digits);
}

/** Of as many digits one differs. */
function isOneDigitOff(a: number, b: number): boolean {
  let difference = Math.abs(a - b);
  while (difference >= 10 && difference % 10 === 0) difference /= 10;
  return difference < 10 && countDifferent(a, b) === 1;
}

/** The same digits, two neighbours in the other order: the difference is 9 × their difference × a power of ten. */
function isExchanged(a: number, b: number): boolean {
  if (Math.abs(a - b) % 9 !== 0) return false;
  for (let place = 1; place * 10 <= a; place *= 10) {
    const low = Math.floor(a / place) % 10;
    const high = Math.floor(a / (place * 10)) % 10;
    if (a + (low - high) * 9 * place === b) return low !== high;
  }
  return false;
}

/** "84,88" where the digits are 8488 and one of 84088 got lost; the last one is cut by any rounding. */
function isOneLost(longer: number, shorter: number, highest: number): boolean {
  if (longer % highest === shorter) return true;
  if (Math.floor(longer / highest) !== Math.floor((10 * shorter) / highest)) return false;
  for (let place = 10; place <= longer; place *= 10)
    if (Math.floor(longer / (place * 10)) * place + (longer % place) === shorter) return true;
  return false;
}

function countDigits(value: number): number {
  let digits = 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
  return digits;
}

function countDifferent(a: number, b: number): number {
  let different = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) if (x % 10 !== y % 10) different += 1;
  return different;
}
