// SPDX-License-Identifier: Apache-2.0
import type { Figure } from '../reading/figure.ts';

/** Fewer digits differ from any other number by one slip. */
const FEWEST_DIGITS = 3;

/**
 * Whether the printed percent is the recomputed one after one slip of the hand: two digits exchanged,
 * one digit wrong, lost or added, or the decimal point moved. Chance gives this seldom, so it tells
 * the base that was meant.
 *
 * @example
 * isSlipOf(86.88 of 2.959/3.406, printed 88,68) // true
 */
export function isSlipOf(numerator: Figure, base: Figure, percent: Figure, where: 'percent' | 'any' = 'any'): boolean {
  if (percent.isRounded || numerator.isRounded || base.isRounded || base.approx <= 0) return false;
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
  const share = (100 * numerator.approx) / base.approx;
  const stated = Math.round(percent.approx * 10 ** percent.decimals).toString();
  if (stated.length < FEWEST_DIGITS) return false;
  return [Math.round, Math.floor].some((cut) => {
    const exact = cut(share * 10 ** percent.decimals + 1e-9).toString();
    const longer = cut(share * 10 ** (percent.decimals + 1) + 1e-9).toString();
    return (
      exact !== stated && (isOneDigitOff(exact, stated) || isExchanged(exact, stated) || longer === stated || isOneLost(longer, stated))
    );
  });
}

function isOneDigitOff(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) different += 1;
  return different === 1;
}

function isExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const i = [...a].findIndex((digit, index) => digit !== b[index]);
  return i >= 0 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

function isOneLost(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  for (let i = 0; i < longer.length - 1; i += 1) if (longer.slice(0, i) + longer.slice(i + 1) === shorter) return true;
  return false;
}
