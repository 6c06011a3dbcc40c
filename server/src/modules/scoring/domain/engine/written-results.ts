// SPDX-License-Identifier: Apache-2.0
import type { Fraction } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import type { Whole } from '../arithmetic/whole.ts';

// Enough for 100 points with two decimals twice over, and no more memory than that for unusual sets.
const most = 20_000;

/**
 * What was written before, by its points in units of 10⁻ᵏ: thousands of units have the same few. Points beyond the places are written anew
 * each time.
 */
export type WrittenResults<T> = (T | undefined)[];

/** A memory for the results of one item or node. */
export function writtenResults<T>(maximum: Fraction, decimals: number): WrittenResults<T> {
  const size = rounded(maximum, decimals, 'truncate');
  return new Array<T | undefined>(typeof size === 'number' && size <= most ? size + 1 : 0).fill(undefined);
}

/** Where the result of some points of one sign lies; −1 where it is not kept. */
export function placeOf<T>(written: WrittenResults<T>, points: Whole): number {
  if (typeof points !== 'number') return -1;
  const place = points < 0 ? -points : points;
  return place < written.length ? place : -1;
}
