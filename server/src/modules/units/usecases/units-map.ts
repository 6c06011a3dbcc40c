// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findMap, insertMap, listShapes, type StoredMap, type StoredShape } from '../data/maps.repo.ts';
import { type UnitsDb, unitsDb } from '../data/tables.ts';
import { listPlaced } from '../data/units.repo.ts';
import { readMap } from '../domain/map.ts';
import { matchShapes } from '../domain/match-shapes.ts';

/** What a map file gave: bound shapes, shapes that no unit of the day fits, and units of the same levels without a shape. */
export type MapReport = {
  readonly asOf: Day;
  readonly stored: boolean;
  readonly matched: number;
  readonly unmatched: readonly { readonly code: string | null; readonly name: string | null }[];
  readonly withoutShape: readonly { readonly id: string; readonly code: string; readonly name: string }[];
};

export type PutMapInput = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly asOf?: Day | undefined;
  readonly dryRun?: boolean | undefined;
};

/**
 * Takes in a GeoJSON file whose shapes are bound to the units of a day. The newest map of those units is shown;
 * earlier ones stay stored.
 *
 * @throws AppError what `readMap` and `matchShapes` refuse, `units.map_nothing_matched`
 */
export async function putMap(db: Db, actor: Actor, scope: Pick<UnitScope, 'roots'>, input: PutMapInput): Promise<MapReport> {
  const asOf = input.asOf ?? todayInVietnam();
  const shapes = readMap(input.bytes, input.fileName);
  const tables = unitsDb(db);
  const units = await listPlaced(tables, scope, { asOf });
  const { matched, unmatched } = matchShapes(shapes, units);
  if (matched.length === 0)
    throw new AppError('invalid', 'units.map_nothing_matched', {
      day: vietnameseDay(asOf),
      label: unmatched[0]?.name ?? unmatched[0]?.code ?? '?',
    });

  const levels = new Set(matched.map(({ unit }) => unit.level));
  const shaped = new Set(matched.map(({ unit }) => unit.id));
  const withoutShape = units
    .filter((unit) => levels.has(unit.level) && !shaped.has(unit.id))
    .map(({ id, code, name }) => ({ id, code, name }));
  const stored = !(input.dryRun ?? false);
  if (stored) {
    const map = {
      id: newId(),
      asOf,
      fileName: input.fileName,
      sha256: createHash('sha256').update(input.bytes).digest('hex'),
      sizeBytes: input.bytes.length,
      uploadedBy: actor.name,
    };
    await inTransaction(tables, async (db: UnitsDb) => {
      await insertMap(db, map, matched);
      await recordAudit(db, actor, {
        action: 'units.map_put',
        subject: ['map', map.id],
        unitId: scope.roots?.[0] ?? null,
        data: { ...map, matched: matched.length },
      });
    });
  }
  return { asOf, stored, matched: matched.length, unmatched: unmatched.slice(0, 200), withoutShape: withoutShape.slice(0, 200) };
}

/** The map of a day within the scope; `map: null` tells that none was given for that day, which is not an empty map. */
export async function getMap<T>(
  db: Db<T>,
  scope: Pick<UnitScope, 'roots'>,
  asOf: Day = todayInVietnam(),
): Promise<{ asOf: Day; map: StoredMap | null; shapes: StoredShape[] }> {
  const tables = unitsDb(db);
  const map = await findMap(tables, asOf);
  return { asOf, map: map ?? null, shapes: map ? await listShapes(tables, scope, map.id, asOf) : [] };
}
