// SPDX-License-Identifier: Apache-2.0

/** A group of people who are asked, as a round keeps it: whom, how many they are in all, and the error that is accepted. */
export type RespondentGroup = {
  readonly code: string;
  readonly name: string;
  /** N. */
  readonly population: number;
  /** e in thousandths: 50 is 5 %. */
  readonly errorPermille: number;
};

/**
 * The least number of answer sheets for a group: n = N / (1 + N·e²), rounded up.
 *
 * @example
 * sampleSize({ population: 1000, errorPermille: 50 }) // 286
 */
export function sampleSize({ population, errorPermille }: Pick<RespondentGroup, 'population' | 'errorPermille'>): number {
  // In whole numbers: N·10⁶ / (10⁶ + N·(1000 e)²).
  const [of, over] = [BigInt(population) * 1_000_000n, 1_000_000n + BigInt(population) * BigInt(errorPermille) ** 2n];
  return Number((of + over - 1n) / over);
}
