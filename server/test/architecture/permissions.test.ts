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

const procedure = newId();
await sql`insert into procedures.procedure (id, code, unit_id, created_by, updated_by) values (${procedure}, '1.999999', ${own}, 'thử', 'thử')`.execute(
  db,
);

const register = newId();
await sql`insert into documents.register (id, unit_id, direction, year, name, created_by)
  values (${register}, ${own}, 'outgoing', 2022, 'Sổ thử', 'thử')`.execute(db);

const dossierImport = newId();
await sql`insert into dossiers.import (id, unit_id, file_name, sha256, size_bytes, origin, state, created_by, created_by_name)
  values (${dossierImport}, ${own}, 'ho-so.csv', ${'0'.repeat(64)}, 10, 3, 'uploaded', 'thử', 'thử')`.execute(db);
const importMapping = newId();
await sql`insert into dossiers.import_mapping (id, unit_id, name, columns, updated_by)
  values (${importMapping}, ${own}, 'Một cửa huyện', '{}', 'thử')`.execute(db);

const dossier = '000.00.100.H18-220914-0001';
await sql`insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, applicant_name, received_at, state_at)
  values (${dossier}, ${own}, ${procedure}, 1, 1, 4, 1, 'Lò Văn Thử', '2022-09-14T08:00:00+07:00', '2022-09-14T08:00:00+07:00')`.execute(
  db,
);

const indicator = newId();
await sql`insert into figures.indicator (id, code, unit_id, created_by) values (${indicator}, 'THU.1', ${own}, 'thử')`.execute(db);

const figureImport = newId();
await sql`insert into figures.import_draft (id, unit_id, period, file_name, sha256, content, created_by, created_by_name)
  values (${figureImport}, ${own}, '2022', 'a.xlsx', ${'0'.repeat(64)},
    '{"edits":[],"faults":[],"unchanged":0,"moved":0,"fileId":"none","across":"units"}', 'thử', 'thử')`.execute(db);

const figureExport = newId();
await sql`insert into figures.export (id, unit_id, question, created_by, created_by_name)
  values (${figureExport}, ${own}, '{"unitId":"","periodKind":"month","fromYear":2022,"toYear":2022}', 'thử', 'thử')`.execute(db);

const procedureImport = newId();
await sql`insert into procedures.import_draft (id, unit_id, file_name, sha256, content, created_by, created_by_name)
  values (${procedureImport}, ${own}, 'a.csv', ${'0'.repeat(64)}, '{"columns":[],"ignored":[],"rows":[]}', 'thử', 'thử')`.execute(db);

const portalUnit = 'code:H18.100';
await sql`insert into scoring.portal_unit (key, code, name, is_province, province_key, unit_id)
  values (${portalUnit}, 'H18.100', 'UBND huyện Điện Biên', false, 'code:H18', ${own})`.execute(db);

/** What belongs to huyện Điện Biên alone, by the beginning of the path that reaches it. */
const owned: Readonly<Record<string, string>> = {
  '/units/:id': own,
  '/documents/registers/:id': register,
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
  '/dossiers/imports/:id': dossierImport,
  '/dossiers/import-mappings/:id': importMapping,
  '/dossiers/:code': dossier,
  '/inspections/visits/:id': visit,
  '/inspections/figures/:id': await oneId(
    sql<{ id: string }>`select id from inspections.declared_figure where visit_id = ${visit} limit 1`,
  ),
  '/inspections/statements/:id': await oneId(sql<{ id: string }>`select id from inspections.statement where visit_id = ${visit} limit 1`),
  '/inspections/samples/:id': await oneId(sql<{ id: string }>`select id from inspections.sample where visit_id = ${visit} limit 1`),
  '/figures/units/:id': own,
  '/figures/indicators/:id/versions': indicator,
  '/figures/imports/:id': figureImport,
  '/figures/exports/:id': figureExport,
  '/procedures/imports/:id': procedureImport,
  '/scoring/service-index/units/:key': portalUnit,
  '/scoring/rounds/:id': await oneId(sql<{ id: string }>`select id from scoring.round where organising_unit_id = ${own} and year = 2022`),
  '/scoring/round-units/:id': await oneId(
    sql<{ id: string }>`select ru.id from scoring.round_unit ru join scoring.round r on r.id = ru.round_id where r.year = 2022 limit 1`,
  ),
  '/scoring/objections/:id': await oneId(sql<{ id: string }>`select id from scoring.objection limit 1`),
  '/scoring/publications/:id': await oneId(sql<{ id: string }>`select id from scoring.publication limit 1`),
  '/procedures/:id/versions': procedure,
  '/procedures/:id/end': procedure,
  '/procedures/:id/online': procedure,
};
/** Paths with parameters whose contents belong to no unit. */
const ofNobody = [
  '/dossiers/clock-rules/:id',
  '/dossiers/online/procedures/:id',
  '/procedures/:id',
  '/figures/indicators/:id',
  '/figures/rules/:id',
  '/inspections/checklists/:id',
  '/inspections/deadline-rules/:id',
  '/calendar/years/:year',
  '/scoring/sets/:id',
];

const ownedBy = (route: RouteDefinition): string | undefined => Object.entries(owned).find(([path]) => route.path.startsWith(path))?.[1];

async function request(route: RouteDefinition, actor: Parameters<typeof as>[0]) {
  const url = `/api${route.path}`
    .replace(':id', ownedBy(route) ?? '00000000-0000-7000-8000-000000000000')
    .replace(':key', encodeURIComponent(ownedBy(route) ?? 'none'))
    .replace(':code', ownedBy(route) ?? 'H18-000000-0000')
    .replace(':itemId', '00000000-0000-7000-8000-000000000000')
    .replace(':file', '01.pdf')
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

/** What citizens do without an account and the most requests a minute that an address may send; each has its own count. */
const open = {
  'GET /dossiers/online/procedures': 60,
  'GET /dossiers/online/procedures/:id': 60,
  'POST /dossiers/online': 6,
  'POST /dossiers/lookup': 10,
};

test('no route is public but those of citizens, and every permission has holders', () => {
  const opened = routes.filter((route) => route.access === 'public').map((route) => [name(route), route.perMinute]);
  expect(Object.fromEntries(opened)).toEqual(open);
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

/**
 * Routes that are told of a unit in their question or their body: the matrix sends none that exists. A list is narrowed by it and stays
 * empty; whatever else is refused. The files of a list are the list itself.
 */
const namesUnit = (shape: unknown): boolean =>
  typeof shape === 'object' && shape !== null && 'shape' in shape && 'unitId' in (shape.shape as object);
const askedOfAUnit = permitted.filter(
  ({ query, body, path }) => (namesUnit(query) || namesUnit(body)) && !path.startsWith('/procedures/export.'),
);
const emptyList = /^(\[\]|\{"rows":\[\],"total":0[^[]*\})$/;

test('the newest routes that are asked of a unit are among them', () => {
  const paths = askedOfAUnit.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['/dossiers/statistics', '/dossiers/statistics/dossiers', '/figures/cross-table', '/figures/exports']),
  );
});

describe.each(askedOfAUnit.map((route) => [name(route), route] as const))('%s', (_name, route) => {
  test.each(roles.filter((role) => table[route.access]?.includes(role)))(
    '%s of a foreign unit is told nothing of the unit asked for',
    async (role) => {
      const url = `/api${route.path}`.replace(':id', ownedBy(route) ?? '00000000-0000-7000-8000-000000000000').replace(':code', dossier);
      const query = route.query ? `?${new URLSearchParams({ ...(sampleInput(route.query) as object), unitId: own })}` : '';

      const answer = await as(anActor(role, foreign))(
        route.method,
        url + query,
        route.body && { ...(sampleInput(route.body) as object), unitId: own },
      );

      if (answer.statusCode < 300) expect(answer.body).toMatch(emptyList);
      else expect(answer.statusCode).toBeLessThan(500);
    },
  );
});
