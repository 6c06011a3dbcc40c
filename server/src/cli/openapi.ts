// SPDX-License-Identifier: Apache-2.0
import type { Authentication } from '#modules/identity';
import { openDatabase } from '#platform/db/db';
import { createLog } from '#platform/log/log';
import { createApp } from '../app.ts';

const nobody: Authentication = {
  handle: async () => new Response(null, { status: 503 }),
  actorOf: async () => null,
  hashPassword: async () => {
    throw new Error('no accounts here');
  },
};

/** The OpenAPI document of the routes as they are declared; needs no database, since no route runs. */
export async function openapiDocument(): Promise<unknown> {
  const { db, close } = openDatabase('postgres://127.0.0.1:1/none', { max: 1 });
  const { server } = await createApp({
    db,
    log: createLog('silent'),
    filesFolder: '',
    pagesFolder: '',
    authentication: nobody,
    trustedOrigins: [],
  });
  await server.ready();
  const document = server.swagger();
  await server.close();
  await close();
  return document;
}

export async function print(io: { out(text: string): void }): Promise<void> {
  io.out(`${JSON.stringify(await openapiDocument(), null, 1)}\n`);
}
