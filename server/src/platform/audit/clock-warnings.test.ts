// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { systemActor } from '../auth/actor.ts';
import { recordAudit } from './audit.ts';
import { clockWarnings } from './clock-warnings.ts';

const { db } = await aDatabase();
const dayMs = 86_400_000;

test('a right clock is not spoken of, also where the log is empty', async () => {
  const empty = await clockWarnings(db, new Date());
  await db.transaction().execute((tx) => recordAudit(tx, systemActor, { action: 'platform.tried', subject: ['try', '1'], unitId: null }));

  expect([empty, await clockWarnings(db, new Date())]).toEqual([[], []]);
});

test('a clock set back before the last entry of the log is told, and one that the database does not share', async () => {
  const back = await clockWarnings(db, new Date(Date.now() - 400 * dayMs));
  const ahead = await clockWarnings(db, new Date(Date.now() + 400 * dayMs));

  expect([back.length, ahead.length]).toEqual([2, 1]);
  expect(back[1]).toMatch(/chậm hơn dòng nhật ký cuối \(\d\d:\d\d \d\d\/\d\d\/\d{4}\)/);
});
