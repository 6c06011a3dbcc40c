// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { allProcedures } from '../../data/tally/columns.ts';
import { rebuildTally } from '../../data/tally/fold.repo.ts';
import { verifyStatistics } from './verify-statistics.ts';

const { db } = await aDatabase();

test('sums that were changed by hand are named by unit, month and procedure', async () => {
  const { id: unitId } = await aUnit(db);
  const { id: procedureId } = await aProcedure(db, { unitId });
  await aDossier(db, { unitId, procedureId, receivedAt: '2022-09-14T08:00:00+07:00' });
  await db.transaction().execute((tx) => rebuildTally(tx));
  expect(await verifyStatistics(db, 5)).toEqual([]);
  await sql`update dossiers.tally set early_direct = early_direct + 1 where procedure_id = ${procedureId} and period = 20223`.execute(db);
  await sql`update dossiers.stock set overdue_direct = overdue_direct + 1 where unit_id = ${unitId} and at = '2022-11-01'`.execute(db);
  expect(await verifyStatistics(db, 5)).toEqual([
    { unitId, time: '20223', procedureId },
    { unitId, time: '2022-11-01', procedureId: allProcedures },
  ]);
});
