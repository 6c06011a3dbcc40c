// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../db/db.ts';

const patienceMs = 3_000;

/** `/healthz`: the process answers. `/readyz`: the database answers too, and soon, so that requests can be sent here. */
export function registerHealth(app: FastifyInstance, db: Db): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const answered = sql`select 1`.execute(db).then(
      () => true,
      () => false,
    );
    // A server that hangs, or a network that swallows everything, gives no error at all.
    const isReady = await Promise.race([answered, pause(patienceMs, false, { ref: false })]);
    if (isReady) return { status: 'ready' };
    return reply.code(503).send({ status: 'database_unavailable' });
  });
}
