// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { afterAll, afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { aBreakableConnection } from '../../../test/breakable-connection.ts';
import { aDatabase } from '../../../test/database.ts';
import { anActor, aServer } from '../../../test/server.ts';
import { newId } from '../../kernel/ids.ts';
import { deliverEvents, publish } from '../events/outbox.ts';
import { registerHealth } from '../http/health.ts';
import { route } from '../http/route.ts';
import { startJobs } from '../jobs/jobs.ts';
import { createLog } from '../log/log.ts';
import { inTransaction, openDatabase } from './db.ts';

const whole = await aDatabase();
const connection = await aBreakableConnection(whole.url);
const { db, close } = openDatabase(connection.url, { max: 4 });
afterAll(close);
let begun: () => void = () => undefined;
const { app, as } = await aServer({
  db,
  modules: [
    {
      permissions: { 'thing.write': ['unit_officer'] },
      errors: {},
      routes: [
        route(
          {
            method: 'POST',
            path: '/thing',
            operationId: 'postThing',
            summary: 'x',
            access: 'thing.write',
            body: z.object({ slow: z.boolean() }),
            response: z.object({ ok: z.boolean() }),
          },
          ({ db: handle, body }) =>
            inTransaction(handle, async (tx) => {
              await publish(tx, { name: 'thing.made', payload: body });
              if (body.slow) begun();
              await sql`select pg_sleep(${body.slow ? 5 : 0})`.execute(tx);
              return { ok: true };
            }),
        ),
      ],
    },
  ],
});
registerHealth(app, db);
const officer = anActor('unit_officer', newId());
const write = (slow = false) => as(officer)('POST', '/api/thing', { slow });
const isReady = async () => (await app.inject({ method: 'GET', url: '/readyz' })).statusCode === 200;
const events = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from platform.outbox`.execute(whole.db)).rows[0]?.count;

afterEach(() => connection.mend());

test('a database that goes away in the middle: a sentence, nothing half-saved, and everything goes on when it is back', async () => {
  const before = await events();
  const started = new Promise<void>((done) => {
    begun = done;
  });
  const inFlight = write(true);
  await started;

  connection.cut();
  const broken = await inFlight;
  const [during, ready] = [await write(), await isReady()];
  connection.mend();
  const after = await write();

  expect(broken.headers['content-type']).toContain('application/problem+json');
  expect(broken.json()).toMatchObject({ status: 503, code: 'platform.database_unavailable', detail: expect.stringContaining('Chờ') });
  expect([during.json().code, ready]).toEqual(['platform.database_unavailable', false]);
  expect([after.statusCode, await isReady(), await events()]).toEqual([200, true, (before ?? 0) + 1]);
});

test('a database that answers nothing is not ready, and the question ends', async () => {
  connection.hang();
  const asked = performance.now();

  expect(await isReady()).toBe(false);
  expect(performance.now() - asked).toBeLessThan(6_000);
});

test('jobs and events outlive an outage', async () => {
  const jobs = await startJobs(connection.url, db, createLog('silent'), [
    { name: 'thing.nothing', cron: '0 0 1 1 *', run: async () => undefined },
  ]);
  await publish(whole.db, { name: 'thing.waiting', payload: {} });

  connection.cut();
  await expect(deliverEvents(db, new Map())).rejects.toThrow();
  await new Promise((done) => setTimeout(done, 2_500));
  connection.mend();

  expect(await deliverEvents(db, new Map())).toBeGreaterThan(0);
  await jobs.stop();
});
