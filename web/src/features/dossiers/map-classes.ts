// SPDX-License-Identifier: Apache-2.0

/** Upper ends of at most four classes of about as many units each; zero is a class of its own (0). */
export function classEnds(values: readonly number[]): readonly number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const ends = [0.25, 0.5, 0.75, 1].map((part) => sorted[Math.ceil(sorted.length * part) - 1]);
  return [...new Set(ends.filter((end) => end !== undefined))];
}

/** The class of a value: 0 for nothing, else 1 to 4. */
export function classOf(value: number, ends: readonly number[]): number {
  if (value <= 0) return 0;
  const at = ends.findIndex((end) => value <= end);
  return at === -1 ? ends.length : at + 1;
}
