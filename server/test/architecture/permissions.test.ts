// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { modulesOf } from '../../src/app.ts';
import { newId } from '../../src/kernel/ids.ts';
import { findUnitByCode } from '../../src/modules/units/index.ts';
import { auditPermissions, auditRoutes } from '../../src/platform/audit/audit-routes.ts';
import { roles, systemActor } from '../../src/platform/auth/actor.ts';
import { storeFile } from '../../src/platform/files/file-records.ts';
import { fileErrors, filePermissions, fileRoutes } from '../../src/platform/files/file-routes.ts';
import { createFileStore } from '../../src/platform/files/file-store.ts';
import type { RouteDefinition } from '../../src/platform/http/route.ts';
import { seed } from '../../src/seed.ts';
import { aDatabase } from '../database.ts';
import { anActor, aServer } from '../server.ts';
import { sampleInput } from './sample-input.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hashPassword = async (): Promise<string> => 'x';
await seed(db, { demo: true, demoPassword: 'mat-khau-thu-1', dataDir: folder, filesFolder: join(folder, 'files'), hashPassword });

const modules = [
  { routes: auditRoutes, permissions: auditPermissions, errors: {} },
  { routes: fileRoutes, permissions: filePermissions, errors: fileErrors },
  ...modulesOf({ hashPassword }),
];
const table = Object.assign({}, ...modules.map((module) => module.permissions)) as Record<string, readonly string[]>;
const routes = modules.flatMap((module) => module.routes);
const { app, as } = await aServer({ db, modules });

const unitOf = async (code: string): Promise<string> => (await findUnitByCode(db, code, '2022-09-14'))?.id ?? '';
const own = await unitOf('100');
const foreign = await unitOf('097');
const oneId = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => (await query.execute(db)).rows[0]?.id ?? 'none';
const visit = await oneId(sql<{ id: string }>`select id from inspections.visit where unit_id = ${own}`);

await sql`insert into inspections.sample (id, visit_id, title, seed, population, size, chosen, updated_by)
  values (${newId()}, ${visit}, 'Mẫu hồ sơ', 7, '["H1","H2"]', 1, '["H1"]', 'thử')`.execute(db);

/** What belongs to huyện Điện Biên alone, by the beginning of the path that reaches it. */
const owned: Readonly<Record<string, string>> = {
  '/units/:id': own,
  '/documents/:id': await oneId(sql<{ id: string }>`select id from documents.document where unit_id = ${own} limit 1`),
  '/files/:id': (
    await storeFile(db, systemActor, createFileStore(join(folder, 'files')), { name: 'a.txt', unitId: own, content: Buffer.from('chữ') })
  ).id,
  '/identity/accounts/:id': await oneId(
    sql<{ id: string }>`select account_id as id from identity.role_grant where unit_id = ${own} limit 1`,
  ),
  '/actions/recommendations/:id': await oneId(sql<{ id: string }>`select id from actions.recommendation where unit_id = ${own} limit 1`),
  '/inspections/recommendations/:id': await oneId(
    sql<{ id: string }>`select id from actions.recommendation where unit_id = ${own} limit 1`,
  ),
  '/inspections/rounds/:id': await oneId(sql<{ id: string }>`select round_id as id from inspections.visit where id = ${visit}`),
  '/inspections/visits/:id': visit,
  '/inspections/figures/:id': await oneId(
    sql<{ id: string }>`select id from inspections.declared_figure where visit_id = ${visit} limit 1`,
  ),
  '/inspections/statements/:id': await oneId(sql<{ id: string }>`select id from inspections.statement where visit_id = ${visit} limit 1`),
  '/inspections/samples/:id': await oneId(sql<{ id: string }>`select id from inspections.sample where visit_id = ${visit} limit 1`),
};
/** Paths with parameters whose contents belong to no unit. */
const ofNobody = ['/inspections/checklists/:id', '/calendar/years/:year'];

const ownedBy = (route: RouteDefinition): string | undefined => Object.entries(owned).find(([path]) => route.path.startsWith(path))?.[1];

async function request(route: RouteDefinition, actor: Parameters<typeof as>[0]) {
  const url = `/api${route.path}`
    .replace(':id', ownedBy(route) ?? '00000000-0000-7000-8000-000000000000')
    .replace(':itemId', '00000000-0000-7000-8000-000000000000')
    .replace(':year', '2022');
  const query = route.query ? `?${new URLSearchParams(sampleInput(route.query) as Record<string, string>)}` : '';
  if (!route.uploadMaxBytes) return as(actor)(route.method, url + query, route.body ? (sampleInput(route.body) as object) : undefined);
  await as(actor)('GET', '/healthz');
  const payload = `--b\r\ncontent-disposition: form-data; name="unitId"\r\n\r\n${own}\r\n--b\r\ncontent-disposition: form-data; name="version"\r\n\r\n1\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n05/11 (45,45%)\r\n--b--\r\n`;
  return app.inject({
    method: route.method,
    url: url + query,
    payload,
    headers: { 'content-type': 'multipart/form-data; boundary=b', ...(actor ? { 'x-test-actor': actor.id } : {}) },
  });
}

const name = (route: RouteDefinition): string => `${route.method} ${route.path}`;
const guarded = routes.filter((route) => route.access !== 'public');
const permitted = routes.filter((route) => route.access !== 'public' && route.access !== 'signed_in');

test('the demo holds something of huyện Điện Biên for every kind of path', () => {
  expect(Object.entries(owned).filter(([, id]) => id === 'none' || id === '')).toEqual([]);
  expect(
    routes
      .filter((route) => route.path.includes(':') && !ownedBy(route) && !ofNobody.some((path) => route.path.startsWith(path)))
      .map(name),
  ).toEqual([]);
});

test('no route is public, and every permission has holders', () => {
  expect(routes.filter((route) => route.access === 'public').map(name)).toEqual([]);
  expect(Object.entries(table).filter(([, holders]) => holders.length === 0)).toEqual([]);
  expect(permitted.filter((route) => !(route.access in table)).map(name)).toEqual([]);
});

describe.each(guarded.map((route) => [name(route), route] as const))('%s', (_name, route) => {
  test('asks a stranger to sign in', async () => {
    const answer = await request(route, null);

    expect([answer.statusCode, answer.json().code]).toEqual([401, 'platform.unauthenticated']);
  });

  test.each(route.access === 'signed_in' ? [] : roles)('%s at the own unit', async (role) => {
    const answer = await request(route, anActor(role, own));
    const refused = answer.statusCode === 403 && answer.json().code === 'platform.forbidden';

    expect(answer.statusCode).not.toBe(500);
    expect(refused).toBe(!table[route.access]?.includes(role));
  });

  test.each(ownedBy(route) ? roles.filter((role) => table[route.access]?.includes(role)) : [])(
    '%s of a foreign unit finds nothing',
    async (role) => {
      const answer = await request(route, anActor(role, foreign));

      expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('not_found')]);
    },
  );
});
