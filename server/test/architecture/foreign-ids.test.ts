// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { modulesOf } from '../../src/app.ts';
import { newId } from '../../src/kernel/ids.ts';
import { findUnitByCode } from '../../src/modules/units/index.ts';
import { auditPermissions, auditRoutes } from '../../src/platform/audit/audit-routes.ts';
import { type Actor, roles, systemActor } from '../../src/platform/auth/actor.ts';
import { storeFile } from '../../src/platform/files/file-records.ts';
import { fileErrors, filePermissions, fileRoutes } from '../../src/platform/files/file-routes.ts';
import { createFileStore } from '../../src/platform/files/file-store.ts';
import { seed } from '../../src/seed.ts';
import { aDatabase } from '../database.ts';
import { aServer } from '../server.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hashPassword = async (): Promise<string> => 'x';
await seed(db, { demo: true, demoPassword: 'mat-khau-thu-1', dataDir: folder, filesFolder: join(folder, 'files'), hashPassword });
const { as } = await aServer({
  db,
  modules: [
    { routes: auditRoutes, permissions: auditPermissions, errors: {} },
    { routes: fileRoutes, permissions: filePermissions, errors: fileErrors },
    ...modulesOf({ hashPassword }),
  ],
});

const unitOf = async (code: string): Promise<string> => (await findUnitByCode(db, code, '2022-09-14'))?.id ?? '';
const mine = await unitOf('097');
const theirs = await unitOf('100');
const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => (await query.execute(db)).rows[0]?.id ?? 'none';
const fileOf = async (unitId: string): Promise<string> =>
  (
    await storeFile(db, systemActor, createFileStore(join(folder, 'files')), {
      name: 'bằng chứng.txt',
      unitId,
      content: Buffer.from(unitId),
    })
  ).id;

/** Everything that one can be at a district: what this actor cannot do, nobody of the district can. */
const insiderOf = (unitId: string): Actor => ({
  id: newId(),
  name: 'Người trong cuộc',
  position: null,
  grants: roles.map((role) => ({ role, unitId, reformFields: null })),
});

const recordedOf = (unitId: string) => ({
  kind: 'recorded',
  unitId,
  code: '7/BC-UBND',
  typeCode: 'report',
  issuedOn: '2022-09-01',
  issuerName: `Văn phòng ${unitId}`,
  subject: 'Báo cáo nội bộ',
});

/** One thing of each kind that belongs to the unit, made by its own people. */
async function thingsOf(unitId: string) {
  const send = as(insiderOf(unitId));
  const made = async (path: string, body: object): Promise<string> => (await send('POST', path, body)).json().id ?? 'none';
  const visit = await one(sql`select id from inspections.visit where unit_id = ${unitId}`);
  return {
    unit: unitId,
    file: await fileOf(unitId),
    document: await made('/api/documents', recordedOf(unitId)),
    draft: await made('/api/documents', { kind: 'draft', unitId, typeCode: 'report', subject: 'Dự thảo' }),
    register: await made('/api/documents/registers', { unitId, direction: 'incoming', year: 2021 }),
    visit,
    round: await one(sql`select round_id as id from inspections.visit where id = ${visit}`),
    figure: await one(sql`select id from inspections.declared_figure where visit_id = ${visit} limit 1`),
    recommendation: await one(sql`select id from actions.recommendation where unit_id = ${unitId} and released_at is not null limit 1`),
    child: await one(sql`select unit_id as id from units.membership where parent_id = ${unitId} limit 1`),
  };
}
const [own, foreign] = [await thingsOf(mine), await thingsOf(theirs)];
const send = as(insiderOf(mine));

const make = async (path: string, body: object): Promise<string> => (await send('POST', `/api/inspections${path}`, body)).json().id;
const roundBody = { title: 'Tự kiểm tra', year: 2022, form: 'planned', organisingUnitId: mine, teamName: 'Tổ kiểm tra' };
// Two rounds of the insider's own, one of them with a visit in which everything is open to them.
const [round, spare] = [await make('/rounds', roundBody), await make('/rounds', roundBody)];
const visit = await make(`/rounds/${round}/visits`, { unitId: mine, kind: 'main', visitOn: '2022-09-20' });
const figure = { code: 'so_tthc', label: 'Số TTHC', reformField: 'procedures', kind: 'count', numerator: '7' };
const day = { validFrom: '2022-01-01', validTo: null };
type Attempt = readonly [
  what: string,
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: (ids: typeof own, version: number) => object,
  /** The row whose version the body names. */
  versioned?: readonly [table: string, id: string],
];
const roundRow = ['inspections.round', spare] as const;
const visitRow = ['inspections.visit', visit] as const;
const recommendationRow = ['actions.recommendation', own.recommendation] as const;

/** Requests to the insider's own things that name one more thing in the body. */
const attempts: readonly Attempt[] = [
  ['a document of a unit', 'POST', '/documents', ({ unit }) => ({ ...recordedOf(unit), code: '6/BC-UBND' })],
  ['a register of a unit', 'POST', '/documents/registers', ({ unit }) => ({ unitId: unit, direction: 'incoming', year: 2020 })],
  ['a document replaced', 'POST', '/documents', ({ document }) => ({ ...recordedOf(mine), code: '8/BC-UBND', replacesId: document })],
  [
    'a document replaced, later',
    'PATCH',
    `/documents/${own.draft}`,
    ({ document }, version) => ({ version, replacesId: document }),
    ['documents.document', own.draft],
  ],
  ['a legal basis', 'POST', `/documents/${own.draft}/bases`, ({ document }) => ({ basedOnId: document })],
  [
    'a legal basis at once',
    'POST',
    '/documents',
    ({ document }) => ({ ...recordedOf(mine), code: '9/BC-UBND', bases: [{ basedOnId: document }] }),
  ],
  ['a file attached', 'POST', `/documents/${own.document}/attachments`, ({ file }) => ({ fileId: file, kind: 'main' })],
  ['a round of a unit', 'POST', '/inspections/rounds', ({ unit }) => ({ ...roundBody, organisingUnitId: unit })],
  ['the plan of a round', 'POST', '/inspections/rounds', ({ document }) => ({ ...roundBody, planDocumentId: document })],
  ['the decision of a round', 'POST', '/inspections/rounds', ({ document }) => ({ ...roundBody, decisionDocumentId: document })],
  ['the round before', 'POST', '/inspections/rounds', (ids) => ({ ...roundBody, previousRoundId: ids.round })],
  [
    'a round passed to a unit',
    'PUT',
    `/inspections/rounds/${spare}`,
    ({ unit }, version) => ({ ...roundBody, version, organisingUnitId: unit }),
    roundRow,
  ],
  ['a visit at a unit', 'POST', `/inspections/rounds/${spare}/visits`, ({ unit }) => ({ unitId: unit, kind: 'main' })],
  ['a report as a file', 'PUT', `/inspections/visits/${visit}/report`, ({ file }, version) => ({ version, fileId: file }), visitRow],
  [
    'the evidence of a figure',
    'POST',
    `/inspections/visits/${visit}/figures`,
    ({ file }) => ({ figures: [{ ...figure, evidenceFileId: file }] }),
  ],
  [
    'the document of a figure',
    'POST',
    `/inspections/visits/${visit}/figures`,
    ({ document }) => ({ figures: [{ ...figure, code: 'khac', documentId: document }] }),
  ],
  [
    'a recommendation to a unit',
    'POST',
    `/inspections/visits/${visit}/recommendations`,
    ({ unit }) => ({ text: 'Khắc phục', unitId: unit }),
  ],
  [
    'a unit that inspected itself',
    'PUT',
    `/inspections/visits/${visit}/self-inspections`,
    ({ child }, version) => ({ version, units: [{ unitId: child }] }),
    visitRow,
  ],
  [
    'a recommendation passed to a unit',
    'PATCH',
    `/actions/recommendations/${own.recommendation}`,
    ({ unit }, version) => ({ version, unitId: unit }),
    recommendationRow,
  ],
  [
    'the evidence of a remediation',
    'POST',
    `/actions/recommendations/${own.recommendation}/report`,
    ({ file }, version) => ({ version, text: 'Đã xong', evidenceFileIds: [file] }),
    recommendationRow,
  ],
  [
    'an account with a right',
    'POST',
    '/identity/accounts',
    ({ unit }) => ({
      name: 'Mới',
      email: 'moi1@thu.example',
      positions: [],
      grants: [{ ...day, unitId: unit, role: 'administrator', reformFields: null }],
    }),
  ],
  [
    'an account with a position',
    'POST',
    '/identity/accounts',
    ({ unit }) => ({ name: 'Mới', email: 'moi2@thu.example', positions: [{ ...day, unitId: unit, title: 'Chủ tịch' }], grants: [] }),
  ],
  [
    'a unit below another',
    'POST',
    '/units',
    ({ unit }) => ({
      code: 'X97.1',
      name: 'Phòng thử',
      authorityName: 'Phòng thử',
      documentSymbol: 'PT',
      level: 'department',
      parentId: unit,
      validFrom: '2022-01-01',
      validTo: '2025-06-30',
    }),
  ],
  [
    'the hours of a unit',
    'PUT',
    '/calendar/working-hours',
    ({ unit }) => ({ unitId: unit, validFrom: '2027-01-01', source: 'QĐ', week: [{ weekday: 1, fromMinute: 420, toMinute: 690 }] }),
  ],
];

async function versionOf([table, id]: readonly [string, string]): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0]?.version ?? 0;
}

test('both districts have one thing of each kind', () => {
  expect([...Object.values(own), ...Object.values(foreign), round, spare, visit].filter((id) => !id || id === 'none')).toEqual([]);
});

test.each(attempts.map((attempt) => [attempt[0], attempt] as const))(
  '%s is not taken from another district',
  async (_what, [, ...rest]) => {
    const [method, path, body, versioned] = rest;
    const attempt = async (ids: typeof own) => send(method, `/api${path}`, body(ids, versioned ? await versionOf(versioned) : 1));

    const stolen = await attempt(foreign);
    const honest = await attempt(own);

    expect(honest.statusCode < 300 || honest.json().detail).toBe(true);
    expect([403, 404, 422]).toContain(stolen.statusCode);
    expect(stolen.json().code).toMatch(/not_found|_unknown$|_outside$|not_yours$/);
  },
);

type List = (ids: typeof own) => string;
const lists: readonly (readonly [what: string, path: List])[] = [
  ['documents of a unit', ({ unit }) => `/documents?unitId=${unit}`],
  ['documents of a register', ({ register }) => `/documents?registerId=${register}`],
  ['registers of a unit', ({ unit }) => `/documents/registers?unitId=${unit}`],
  ['a register as a workbook', ({ register }) => `/documents/register.xlsx?registerId=${register}`],
  ['recommendations of a unit', ({ unit }) => `/actions/recommendations?unitId=${unit}`],
  ['recommendations of a round', ({ round }) => `/actions/recommendations?originModule=inspections&originId=${round}`],
  ['rounds of a unit', ({ unit }) => `/inspections/rounds?unitId=${unit}`],
  ['log of a document', ({ document }) => `/audit/entries?subjectType=document&subjectId=${document}`],
  ['log with a file’s number', ({ file }) => `/audit/entries?search=${file}`],
];

test.each(lists)('%s: a filter reaches no other district', async (_what, path) => {
  const answer = await send('GET', `/api${path(foreign)}`);

  const nothing = answer.statusCode === 404 || answer.json().rows?.length === 0 || answer.json().length === 0;
  expect([nothing, answer.body.slice(0, nothing ? 0 : 300)]).toEqual([true, '']);
});

test.each(['/documents', '/actions/recommendations', '/inspections/rounds', '/audit/entries', '/identity/accounts'])(
  '%s lists nothing of another district',
  async (path) => {
    const answer = await send('GET', `/api${path}?limit=500`);

    const leaked = Object.entries(foreign).filter(([, id]) => answer.body.includes(id));
    expect([answer.statusCode, leaked]).toEqual([200, []]);
  },
);

test('an account that is also somebody elsewhere is neither changed, nor given a new password, nor given rights', async () => {
  const shared = newId();
  await sql`insert into identity.account (id, name, email) values (${shared}, 'Trưởng đoàn', 'truong.doan@thu.example')`.execute(db);
  for (const [unitId, role] of [
    [mine, 'reader'],
    [theirs, 'inspection_head'],
  ] as const)
    await sql`insert into identity.role_grant (id, account_id, role, unit_id, valid_from) values (${newId()}, ${shared}, ${role}, ${unitId}, '2022-01-01')`.execute(
      db,
    );
  const grants = [{ ...day, unitId: mine, role: 'administrator', reformFields: null }];

  const answers = [
    await send('POST', `/api/identity/accounts/${shared}/reset-password`),
    await send('PUT', `/api/identity/accounts/${shared}`, { version: 1, name: 'Khác', disabled: false, positions: [], grants }),
    await send('PUT', `/api/identity/accounts/${shared}`, { version: 1, name: 'Khác', disabled: true, positions: [], grants: [] }),
  ];

  expect(answers.map((answer) => answer.json().code)).toEqual(Array(3).fill('identity.account_shared'));
});
