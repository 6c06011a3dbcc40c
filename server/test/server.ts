// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import type { ErrorCatalogue } from '../src/kernel/app-error.ts';
import { newId } from '../src/kernel/ids.ts';
import type { ReformField } from '../src/kernel/reform-fields.ts';
import type { Actor, Role } from '../src/platform/auth/actor.ts';
import type { Db } from '../src/platform/db/db.ts';
import { createFileStore } from '../src/platform/files/file-store.ts';
import { platformErrors } from '../src/platform/http/errors.ts';
import type { ModuleDefinition } from '../src/platform/http/module.ts';
import { buildServer } from '../src/platform/http/server.ts';
import { createLog } from '../src/platform/log/log.ts';
import { createPermissions, type PermissionTable } from '../src/platform/permissions/permissions.ts';

export type TestServer = {
  readonly app: FastifyInstance;
  /** Sends a request as this actor; nobody where null. */
  as(
    actor: Actor | null,
  ): (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<LightMyRequestResponse>;
};

type Parts = { readonly db: Db; readonly modules: readonly Pick<ModuleDefinition, 'routes' | 'permissions' | 'errors'>[] };

/**
 * The real HTTP server with the routes of some modules, without sign-in: each request says who it comes from.
 *
 * @example
 * const { as } = await aServer({ db, modules: [unitsModule()] });
 * const response = await as(anActor('reader', unitId))('GET', '/api/units');
 */
export async function aServer({ db, modules }: Parts): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-files-'));
  const actors = new Map<string, Actor>();
  const app = await buildServer({
    db,
    log: createLog('silent'),
    files: createFileStore(folder),
    permissions: createPermissions(modules.map((module) => module.permissions as PermissionTable)),
    errors: Object.assign({}, platformErrors, ...modules.map((module) => module.errors as ErrorCatalogue)),
    routes: modules.flatMap((module) => module.routes),
    trustedOrigins: [],
    perMinute: 1_000_000,
    resolveActor: async (headers) => actors.get(headers.get('x-test-actor') ?? '') ?? null,
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    app,
    as: (actor) => (method, url, body) => {
      if (actor) actors.set(actor.id, actor);
      const headers = actor ? { 'x-test-actor': actor.id } : {};
      return app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
    },
  };
}

/** An actor who holds one role at one unit. */
export function anActor(role: Role, unitId: string, reformFields: readonly ReformField[] | null = null): Actor {
  const id = newId();
  return { id, name: `Người giữ vai trò ${role}`, position: null, grants: [{ role, unitId, reformFields }] };
}
