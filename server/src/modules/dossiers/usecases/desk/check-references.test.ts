// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { checkReferences } from './check-references.ts';

const { db } = await aDatabase();

test('dossiers of units, procedures and versions that do not exist are counted and logged, whole ones are not', async () => {
  const { id: unitId } = await aUnit(db);
  const { id: procedureId } = await aProcedure(db, { unitId });
  const logged: unknown[] = [];
  const check = () => checkReferences(db, { error: (found: unknown) => void logged.push(found) } as never);

  await aDossier(db, { unitId, procedureId });
  expect(await check()).toEqual({ withoutUnit: 0, withoutVersion: 0, withoutHistory: 0, examples: [] });
  expect(logged).toEqual([]);

  const lost = await aDossier(db, { unitId: newId(), procedureId });
  const { code } = await aDossier(db, { unitId, procedureId: newId() });
  const other = await aDossier(db, { unitId, procedureId });
  await sql`update dossiers.dossier set procedure_version = 7 where code = ${other.code}`.execute(db);
  const mute = await aDossier(db, { unitId, procedureId });
  await sql`update dossiers.dossier set origin = 1 where code = ${mute.code}`.execute(db);
  expect(await check()).toEqual({ withoutUnit: 1, withoutVersion: 2, withoutHistory: 1, examples: [lost.code, code, mute.code] });
  expect(logged).toHaveLength(1);
});
