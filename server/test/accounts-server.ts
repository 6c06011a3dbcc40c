// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { type Authentication, createAuthentication } from '../src/modules/identity/index.ts';
import { identityModule } from '../src/modules/identity/module.ts';
import { openDatabase } from '../src/platform/db/db.ts';
import { createFileStore } from '../src/platform/files/file-store.ts';
import { mountAuthentication } from '../src/platform/http/authentication.ts';
import { platformErrors } from '../src/platform/http/errors.ts';
import { buildServer } from '../src/platform/http/server.ts';
import { createLog } from '../src/platform/log/log.ts';
import { createPermissions } from '../src/platform/permissions/permissions.ts';
import type { TestDatabase } from './database.ts';

export type AccountsServer = {
  readonly app: FastifyInstance;
  readonly authentication: Authentication;
  /** What the cookies of its sessions are signed with. */
  readonly secret: string;
  post(path: string, payload: object, cookie?: string): Promise<LightMyRequestResponse>;
  signIn(email: string, password: string): Promise<LightMyRequestResponse>;
  /** `GET /api/…` with the cookies of a sign-in. */
  get(path: string, cookie: string): Promise<LightMyRequestResponse>;
  session(cookie: string): Promise<LightMyRequestResponse>;
};

const secret = 's3cr3t-of-this-test-only-0123456789';

/** The real server with real sign-in and the routes of the accounts. */
export async function anAccountsServer({ db, url }: TestDatabase): Promise<AccountsServer> {
  const accounts = openDatabase(url, { max: 4, searchPath: 'identity', instants: 'date' });
  const authentication = await createAuthentication({
    db,
    pool: accounts.pool,
    secret,
    trustedOrigins: [],
    publicUrl: undefined,
  });
  const module = identityModule(authentication.hashPassword);
  const app = await buildServer({
    db,
    log: createLog('silent'),
    files: createFileStore('/nonexistent'),
    permissions: createPermissions([module.permissions]),
    errors: { ...platformErrors, ...module.errors },
    routes: module.routes,
    trustedOrigins: [],
    resolveActor: authentication.actorOf,
  });
  await mountAuthentication(app, authentication.handle);
  afterAll(async () => {
    await app.close();
    await accounts.close();
  });

  const host = 'localhost:8080';
  const post: AccountsServer['post'] = (path, payload, cookie = '') =>
    app.inject({
      method: 'POST',
      url: `/api/auth/${path}`,
      payload,
      headers: { host, origin: `http://${host}`, ...(cookie ? { cookie } : {}) },
    });
  const get: AccountsServer['get'] = (path, cookie) => app.inject({ method: 'GET', url: `/api/${path}`, headers: { host, cookie } });
  return {
    app,
    authentication,
    secret,
    post,
    get,
    signIn: (email, password) => post('sign-in/email', { email, password }),
    session: (cookie) => get('identity/session', cookie),
  };
}

/** The cookies of an answer as the next request carries them. */
export function cookiesOf(response: LightMyRequestResponse): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
