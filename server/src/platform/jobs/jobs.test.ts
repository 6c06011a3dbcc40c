// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { createLog } from '../log/log.ts';
import { startJobs } from './jobs.ts';

const { db, url } = await aDatabase();
const definitions = [{ name: 'thing.nothing', cron: '0 0 1 1 *', run: async () => undefined }];
const waiting = async () =>
  (await sql<{ name: string }>`select name from jobs.job where name = 'thing.nothing' and state = 'created'`.execute(db)).rows.length;

test('a job from a time when the clock stood in the future does not stop its queue for years', async () => {
  await (await startJobs(url, db, createLog('silent'), definitions)).stop();
  await sql`insert into jobs.job (name, start_after, policy) values ('thing.nothing', '2099-01-01', 'stately')`.execute(db);
  const stuck = await waiting();

  await (await startJobs(url, db, createLog('silent'), definitions)).stop();

  expect([stuck, await waiting()]).toEqual([1, 0]);
});
