// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { addDays } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { askRules, insertSuccessions, insertUnit, lockTree, renewLineage } from '../data/structure.repo.ts';
import { type UnitsDb, unitsDb } from '../data/tables.ts';
import { countUnits } from '../data/units.repo.ts';
import { type Unit, unitInForceOn, unitLevels, unitMarks } from '../domain/unit.ts';

const SeedUnit = z.object({
  code: z.string(),
  level: z.enum(unitLevels),
  name: z.string(),
  authorityName: z.string(),
  documentSymbol: z.string(),
  parent: z.string().nullable(),
  agencyCode: z.string().optional(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  mark: z.enum(unitMarks).optional(),
  note: z.string().optional(),
});

const SeedFile = z.object({
  /** Where the data begin for units whose true first day was not looked up. */
  dataFrom: z.iso.date(),
  units: z.array(SeedUnit),
  successions: z.array(
    z.object({
      old: z.string(),
      new: z.string().nullable(),
      onDay: z.iso.date(),
      kind: z.enum(['merge', 'split', 'rename', 'dissolve']),
      divided: z.boolean(),
      decision: z.string().nullable(),
    }),
  ),
});

const seedFile = new URL('../../../../seeds/units-dien-bien.json', import.meta.url);

/** Puts tỉnh Điện Biên with its units before and after 1/7/2025 into an installation without units; returns how many. */
export async function seedUnits(db: Db): Promise<number> {
  const tables = unitsDb(db);
  if ((await countUnits(tables)) > 0) return 0;
  const seed = SeedFile.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  return inTransaction(tables, async (db: UnitsDb) => {
    await lockTree(db);
    if ((await countUnits(db)) > 0) return 0;
    const units: Unit[] = [];
    const find = (code: string, day: string): Unit => {
      const unit = units.find((one) => one.code === code && unitInForceOn(one, day));
      if (!unit) throw new AppError('not_found', 'units.not_found', { code, day });
      return unit;
    };
    for (const { parent, ...given } of seed.units) {
      const unit = unitOf(given, seed.dataFrom);
      await insertUnit(db, { unit, parentId: parent === null ? null : find(parent, unit.validFrom).id });
      units.push(unit);
    }
    const successions = seed.successions.map(({ old, new: heir, ...succession }) => ({
      ...succession,
      oldUnitId: find(old, addDays(succession.onDay, -1)).id,
      newUnitId: heir === null ? null : find(heir, succession.onDay).id,
    }));
    await insertSuccessions(db, successions);
    await renewLineage(db);
    await askRules(db);
    const province = units[0]?.id ?? '';
    await recordAudit(db, systemActor, {
      action: 'units.seeded',
      subject: ['unit', province],
      unitId: province,
      data: { units: units.length, successions: successions.length },
    });
    return units.length;
  });
}

function unitOf(
  { validFrom, validTo, agencyCode, mark, note, ...names }: Omit<z.output<typeof SeedUnit>, 'parent'>,
  dataFrom: string,
): Unit {
  const known = { startKnown: validFrom !== undefined, validFrom: validFrom ?? dataFrom, validTo: validTo ?? null };
  return {
    id: newId(),
    ...names,
    ...known,
    agencyCode: agencyCode ?? null,
    mark: mark ?? null,
    note: note ?? null,
    decision: null,
    version: 1,
  };
}
