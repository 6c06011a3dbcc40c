// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { addDays } from '#kernel/dates';
import { aDatabase } from '../../../../test/database.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { unitsDb } from '../data/tables.ts';
import { createUnit } from './create-unit.ts';
import { mergeUnits } from './merge-units.ts';
import { renameUnit } from './rename-unit.ts';
import { dissolveUnit, splitUnit } from './split-unit.ts';

const { db } = await aDatabase();
const tables = unitsDb(db);
const all = { roots: null };
const actor: Actor = { id: 'a', name: 'Quản trị', position: null, grants: [] };

type Step =
  | { kind: 'create'; level: 'district' | 'commune' | 'department'; parent: number; day: number }
  | { kind: 'merge'; units: number[]; into: number | null; parent: number; day: number }
  | { kind: 'split'; unit: number; day: number }
  | { kind: 'rename'; unit: number; day: number }
  | { kind: 'dissolve'; unit: number; day: number };

const pick = fc.nat(60);
const day = fc.integer({ min: 1, max: 400 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      level: fc.constantFrom('district', 'commune', 'department' as const),
      parent: pick,
      day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      units: fc.array(pick, { minLength: 1, maxLength: 3 }),
      into: fc.option(pick),
      parent: pick,
      day,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), unit: pick, day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), unit: pick, day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dissolve' as const), unit: pick, day }) },
);

let serial = 0;
const names = () => {
  serial += 1;
  return { code: `X${serial}`, name: `Đơn vị ${serial}`, authorityName: `UBND ${serial}`, documentSymbol: 'UBND' };
};

async function take(one: Step, ids: string[]): Promise<void> {
  const at = (index: number) => ids[index % ids.length] ?? '';
  const onDay = addDays('2020-01-01', one.day);
  if (one.kind === 'create') {
    ids.push((await createUnit(db, actor, all, { ...names(), level: one.level, parentId: at(one.parent), validFrom: onDay })).id);
  } else if (one.kind === 'merge') {
    const into = one.into === null ? { unit: names(), parentId: at(one.parent) } : { unitId: at(one.into) };
    const plan = await mergeUnits(db, actor, all, { unitIds: one.units.map(at), onDay, into });
    ids.push(...plan.heirs.map((heir) => heir.unit.id));
  } else if (one.kind === 'split') {
    const children = await tables.selectFrom('units.membership').select('unit_id').where('parent_id', '=', at(one.unit)).execute();
    const parts = [{ ...names(), childIds: children.map((row) => row.unit_id) }, names()];
    ids.push(...(await splitUnit(db, actor, all, at(one.unit), { onDay, parts })).heirs.map((heir) => heir.unit.id));
  } else if (one.kind === 'rename') {
    const { version } = await tables.selectFrom('units.unit').select('version').where('id', '=', at(one.unit)).executeTakeFirstOrThrow();
    ids.push(...(await renameUnit(db, actor, all, at(one.unit), { ...names(), version, onDay })).heirs.map((heir) => heir.unit.id));
  } else {
    await dissolveUnit(db, actor, all, at(one.unit), { onDay });
  }
}

async function empty(): Promise<void> {
  await sql`delete from units.lineage_span`.execute(db);
  for (const table of ['units.lineage', 'units.succession', 'units.membership', 'units.unit'] as const)
    await tables.deleteFrom(table).execute();
}

/** A province with two districts of two communes, so that most steps find something to change. */
async function scaffold(): Promise<string[]> {
  const below = async (parentId: string | null, level: 'province' | 'district' | 'commune') =>
    (await createUnit(db, actor, all, { ...names(), level, parentId, validFrom: '2020-01-01' })).id;
  const province = await below(null, 'province');
  const districts = [await below(province, 'district'), await below(province, 'district')];
  const communes: string[] = [];
  for (const district of districts) communes.push(await below(district, 'commune'), await below(district, 'commune'));
  return [...communes, ...districts, province];
}

const holds = (row: { valid_from: string; valid_to: string | null }, on: string) =>
  row.valid_from <= on && (row.valid_to === null || on <= row.valid_to);

/** Follows each unit upwards on each day on which anything begins or ends. */
async function naiveClosure(): Promise<{ pairs: Set<string>; mistakes: string[] }> {
  const units = await tables.selectFrom('units.unit').select(['id', 'valid_from', 'valid_to']).execute();
  const memberships = await tables.selectFrom('units.membership').selectAll().execute();
  const days = new Set([...units, ...memberships].flatMap((row) => [row.valid_from, ...(row.valid_to === null ? [] : [row.valid_to])]));
  const pairs = new Set<string>();
  const mistakes: string[] = [];
  for (const on of days) {
    const alive = new Set(units.filter((unit) => holds(unit, on)).map((unit) => unit.id));
    for (const id of alive) {
      pairs.add(`${id} ${id}`);
      let current = id;
      for (let steps = 0; ; steps += 1) {
        const parents = memberships.filter((row) => row.unit_id === current && holds(row, on));
        if (parents.length > 1) mistakes.push(`${current} has two parents on ${on}`);
        const parent = parents[0]?.parent_id;
        if (parent === undefined) break;
        if (!alive.has(parent)) mistakes.push(`${parent} is not in force on ${on}`);
        if (steps > 50) throw new Error(`a circle above ${id} on ${on}`);
        pairs.add(`${parent} ${id}`);
        current = parent;
      }
    }
  }
  return { pairs, mistakes };
}

describe('the tree over time', () => {
  beforeEach(empty);

  test('after any sequence of changes a unit has at most one parent, in force, and the lineage is the naive closure', async () => {
    let done = 0;
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
          const ids = await scaffold();
          for (const one of steps) {
            // A step that the rules refuse leaves no trace; the others must leave a sound tree.
            await take(one, ids).then(
              () => {
                done += 1;
              },
              (error: unknown) => {
                if (!(error instanceof AppError)) throw error;
              },
            );
          }

          const { pairs, mistakes } = await naiveClosure();
          const lineage = await tables.selectFrom('units.lineage').selectAll().execute();
          expect(mistakes).toEqual([]);
          expect(new Set(lineage.map((row) => `${row.ancestor_id} ${row.descendant_id}`))).toEqual(pairs);
        })
        .afterEach(empty),
      { numRuns: 40 },
    );
    expect(done).toBeGreaterThan(80);
  }, 60_000);
});
