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
export function isSlipOf(numerator: Figure, base: Figure, percent: Figure): boolean {
  if (percent.isRounded || numerator.isRounded || base.isRounded || base.approx <= 0) return false;
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
