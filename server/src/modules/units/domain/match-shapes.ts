// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { fold } from '#kernel/vietnamese-text';
import type { MapShape } from './map.ts';
import type { Unit } from './unit.ts';

export type MatchedShape = { readonly unit: Unit; readonly shape: MapShape };

/** Shapes bound to units; `unmatched` keeps what the file says about the others. */
export type ShapeMatch = {
  readonly matched: readonly MatchedShape[];
  readonly unmatched: readonly { code: string | null; name: string | null }[];
};

const prefix = /^(tinh|thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|dac khu) /;

/**
 * Binds the shapes of a map to the units of one day: by code where the names agree, else by the name where one unit
 * alone bears it. A code whose name differs is not trusted, because codes are given anew after mergers
 * (03127 was phường Him Lam and is phường Điện Biên Phủ).
 *
 * @throws AppError `units.map_twice` where two shapes mean one unit
 */
export function matchShapes(shapes: readonly MapShape[], units: readonly Unit[]): ShapeMatch {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = new Map<string, Unit | null>();
  for (const unit of units) {
    for (const name of new Set([fold(unit.name), bare(unit.name)])) byName.set(name, byName.has(name) ? null : unit);
  }

  const matched = new Map<string, MatchedShape>();
  const unmatched: { code: string | null; name: string | null }[] = [];
  for (const shape of shapes) {
    const unit = unitOf(shape, byCode, byName);
    if (!unit) {
      unmatched.push({ code: shape.code, name: shape.name });
      continue;
    }
    if (matched.has(unit.id)) throw new AppError('invalid', 'units.map_twice', { name: unit.name });
    matched.set(unit.id, { unit, shape });
  }
  return { matched: [...matched.values()], unmatched };
}

function unitOf(shape: MapShape, byCode: ReadonlyMap<string, Unit>, byName: ReadonlyMap<string, Unit | null>): Unit | null {
  // Spreadsheet programs drop the leading zeros of the five-digit codes.
  const coded = shape.code === null ? undefined : (byCode.get(shape.code) ?? byCode.get(shape.code.padStart(5, '0')));
  if (shape.name === null) return coded ?? null;
  if (coded && bare(coded.name) === bare(shape.name)) return coded;
  return byName.get(fold(shape.name)) ?? null;
}

function bare(name: string): string {
  return fold(name).replace(prefix, '');
}
