// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';

const modulus = 2_147_483_647;
const multiplier = 48_271;

/** Seeds that the generator knows: 1 to 2147483646. */
export const maxSeed = modulus - 1;

/**
 * A random sample that anyone can draw again, with a spreadsheet if need be.
 *
 * Algorithm, printed in the minutes beside the seed: the codes are sorted by their characters and repeated ones dropped;
 * the generator is MINSTD (next = 48271 × previous mod 2147483647, Park and Miller 1993) started with the seed; then
 * Fisher–Yates from the front: place i takes one of the places i … n−1, chosen by the generator's next value below the
 * greatest multiple of (n − i), modulo (n − i). The sample is the first `size` places, given in the order of drawing.
 *
 * @throws AppError `inspections.sample_seed`, `inspections.sample_size`
 * @example
 * drawSample(['A-3', 'A-1', 'A-2'], 2, 20220906) // always the same two codes
 */
export function drawSample(codes: readonly string[], size: number, seed: number): string[] {
  if (!Number.isSafeInteger(seed) || seed < 1 || seed > maxSeed) throw new AppError('invalid', 'inspections.sample_seed', { max: maxSeed });
  const places = [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))].sort((a, b) => (a < b ? -1 : 1));
  if (!Number.isSafeInteger(size) || size < 1 || size > places.length)
    throw new AppError('invalid', 'inspections.sample_size', { size, population: places.length });
  let state = seed;
  const below = (count: number): number => {
    // Values 1 … modulus−1 are taken as 0 … modulus−2; those above the last whole multiple would favour low places.
    const limit = Math.floor((modulus - 1) / count) * count;
    do state = (state * multiplier) % modulus;
    while (state - 1 >= limit);
    return (state - 1) % count;
  };
  for (let at = 0; at < size; at += 1) {
    const other = at + below(places.length - at);
    [places[at], places[other]] = [places[other] ?? '', places[at] ?? ''];
  }
  return places.slice(0, size);
}

/** The algorithm in one Vietnamese sentence, for the minutes. */
export const samplingRule =
  'Chọn ngẫu nhiên theo số gốc: sắp xếp mã hồ sơ, sinh số MINSTD (48271, 2147483647) từ số gốc, xáo trộn Fisher–Yates từ đầu, lấy các hồ sơ đứng đầu.';
