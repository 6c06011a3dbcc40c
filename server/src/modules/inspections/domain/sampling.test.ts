// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSample, maxSeed } from './sampling.ts';

const dossiers = (count: number): string[] => Array.from({ length: count }, (_, at) => `H18-${String(at + 1).padStart(4, '0')}`);

describe('a sample of dossiers', () => {
  test('is the one that the published algorithm gives', () => {
    // By hand: 48271 mod 5 places → 1st draw (48271 − 1) mod 5 = 0; then 182605794 → (182605794 − 1) mod 4 = 1.
    expect(drawSample(['C', 'A', 'E', 'B', 'D'], 2, 1)).toEqual(['A', 'C']);
  });

  test('is the same whatever the order of the list, and for repeated codes', () => {
    const codes = dossiers(50);

    expect(drawSample([...codes].reverse(), 10, 20_220_906)).toEqual(drawSample([...codes, ...codes, ' H18-0001 ', ''], 10, 20_220_906));
  });

  test('holds so many different dossiers of the list, for every seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxSeed }), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const chosen = drawSample(dossiers(60), size, seed);

        expect(new Set(chosen).size).toBe(size);
        expect(chosen.every((code) => dossiers(60).includes(code))).toBe(true);
      }),
    );
  });

  test('favours no dossier', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 4_000; seed += 1)
      for (const code of drawSample(dossiers(20), 5, seed * 7_919)) counts.set(code, (counts.get(code) ?? 0) + 1);

    expect(counts.size).toBe(20);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  test('refuses seeds and sizes that are none', () => {
    for (const seed of [0, -1, 1.5, maxSeed + 1, Number.NaN])
      expect(() => drawSample(dossiers(5), 2, seed)).toThrow('inspections.sample_seed');
    for (const size of [0, 6, 1.5]) expect(() => drawSample(dossiers(5), size, 7)).toThrow('inspections.sample_size');
    expect(() => drawSample(['A', 'A', ' '], 2, 7)).toThrow('inspections.sample_size');
  });
});
