// SPDX-License-Identifier: Apache-2.0

/** Chance with a seed: the same seed draws the same things (mulberry32). */
export type Chance = {
  readonly below: (limit: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly once: (inHowMany: number) => boolean;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
  readonly list: <T>(least: number, most: number, make: (index: number) => T) => T[];
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const between = (least: number, most: number): number => least + below(most - least + 1);
  return {
    below,
    between,
    once: (inHowMany) => below(inHowMany) === 0,
    one: (of) => of[below(of.length)] ?? of[0],
    list: (least, most, make) => Array.from({ length: between(least, most) }, (_, index) => make(index)),
  };
}

/** `units` × 10⁻ᵖˡᵃᶜᵉˢ as decimal text, now and then with zeros at its end. */
export function text(draw: Chance, units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  const plain = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  if (places === 0 || draw.once(4)) return plain;
  return plain.replace(/\.?0+$/, '');
}
