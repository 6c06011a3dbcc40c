// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { seedHolidays } from '#modules/calendar';
import { systemActor } from '#platform/auth/actor';
import { fileErrors } from '#platform/files/file-routes';
import { aDatabase } from '../../../../test/database.ts';
import { aDossier } from '../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { differingCells } from '../data/tally/verify.repo.ts';
import { dossiersModule } from '../module.ts';
import { seedClockRules } from '../usecases/clock/seed-clock-rules.ts';
import { moveDossier } from '../usecases/desk/move-dossier.ts';
import { readDossier } from '../usecases/desk/read-dossier.ts';
import { forgetOnlineUse, withinQuota } from '../usecases/online/keep-quota.ts';
import { lookUp } from '../usecases/online/look-up.ts';
import { submitOnline } from '../usecases/online/submit-online.ts';

const { db } = await aDatabase({ max: 20 });
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18' });
const commune = await aUnit(db, { parentId: province.id, level: 'commune', code: 'H18.21', authorityName: 'UBND xã Mường Phăng' });
const paper = { code: 'TK', name: 'Tờ khai', originals: 1, copies: 0, form: null, formFileId: null, condition: null };
const certificate = { ...paper, code: 'GCS', name: 'Giấy chứng sinh' };
const online = { regime: 'nd224_2026', level: 'full' };
const procedure = await aProcedure(db, {
  unitId: province.id,
  papers: [paper, certificate],
  online,
  name: 'Đăng ký khai sinh',
  level: 'commune',
});
const offline = await aProcedure(db, { unitId: province.id, papers: [], level: 'commune' });
const informing = await aProcedure(db, { unitId: province.id, papers: [], online: { regime: 'tt32_2017', level: 'level_2' } });
const { app, as } = await aServer({ db, modules: [dossiersModule(), { routes: [], permissions: {}, errors: fileErrors }] });
const everywhere = { roots: null, reformFields: null };
const files = { put: async () => ({ sha256: '0'.repeat(64), sizeBytes: 1 }) } as never;

const sender = '10.3.0.1';
const applicant = { name: 'Lò Thị Xuân', kind: 1, phone: '0912 345 678', identityNumber: '011190004321' };
const submission = { unitId: commune.id, procedureId: procedure.id, applicant, later: ['TK', 'GCS'] };
const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF';

let address = 0;
/** A multipart request, each from an address of its own, so that the limit a minute does not meet it; streamed, it does not tell its length. */
function post(
  data: unknown,
  sent: readonly (readonly [paper: string, name: string, content: string])[],
  { remoteAddress, streamed }: { readonly remoteAddress?: string; readonly streamed?: boolean } = {},
) {
  address += 1;
  const part = (head: string, body: string): string => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const fileParts = sent.map(([code, name, content]) => part(`name="paper.${code}"; filename="${name}"`, content));
  const payload = `${part('name="data"', JSON.stringify(data))}${fileParts.join('')}--b--\r\n`;
  return app.inject({
    method: 'POST',
    url: '/api/dossiers/online',
    remoteAddress: remoteAddress ?? `10.0.${address}.1`,
    payload: streamed ? Readable.from([payload]) : payload,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
}
function ask(code: string, factor: string) {
  address += 1;
  return app.inject({
    method: 'POST',
    url: '/api/dossiers/lookup',
    remoteAddress: `10.1.${address % 250}.${Math.floor(address / 250)}`,
    payload: { code, factor },
  });
}

const count = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from dossiers.dossier`.execute(db)).rows[0]?.count ?? 0;

test('a citizen hands in a dossier with files, and gets a code and a PIN that is kept nowhere', async () => {
  const answer = await post({ ...submission, later: ['GCS'] }, [['TK', 'tờ khai.pdf', pdf]]);
  expect(answer.statusCode).toBe(201);
  const { code, pin, files: names } = answer.json();
  expect([code, pin, names]).toEqual([
    expect.stringMatching(/^H18\.21-\d{6}-\d{4}$|^000\.00\.21\.H18-\d{6}-\d{4}$/),
    expect.stringMatching(/^\d{8}$/),
    ['tờ khai.pdf'],
  ]);
  const { dossier, papers, attachments, steps, moves } = await readDossier(db, everywhere, code);
  expect(dossier).toMatchObject({ status: 1, channel: 2, origin: 2, receivedAt: null, dueAt: null });
  expect(papers.map(({ paper_code, handed, note }) => [paper_code, handed, note])).toEqual([
    ['TK', true, null],
    ['GCS', false, 'Sẽ nộp bản giấy'],
  ]);
  expect(attachments.map(({ kind, name }) => [kind, name])).toEqual([['paper', 'tờ khai.pdf']]);
  expect(steps.map(({ event, actorName }) => [event, actorName])).toEqual([['submitted', 'Khách']]);
  expect(moves.map(({ move }) => move)).toContain('accept');
  const { rows } = await sql<{ row: string }>`
    select k::text as row from dossiers.lookup_key k union all select e::text from audit.entry e`.execute(db);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ row }) => row.includes(pin))).toEqual([]);
  const list = await as(anActor('unit_officer', commune.id))('GET', '/api/dossiers/work-list?state=new');
  expect(list.json().rows).toMatchObject([{ code, state: 'new' }]);
});

test('what is sent again after a lost answer is the same dossier, its files once, with a new PIN for the one that nobody saw', async () => {
  const sent = { ...submission, requestId: newId() };
  const whole = { ...sent, later: ['GCS'] };
  const before = await count();
  const answers = [];
  for (let round = 0; round < 2; round += 1) answers.push((await post(whole, [['TK', 'tờ khai.pdf', pdf]])).json());
  const [first, again] = answers;

  expect(again).toEqual({ ...first, pin: again.pin, submittedAt: expect.any(String) });
  expect(again.pin).not.toBe(first.pin);
  expect(await count()).toBe(before + 1);
  expect((await readDossier(db, everywhere, first.code)).attachments).toHaveLength(1);
  expect([(await ask(first.code, first.pin)).statusCode, (await ask(first.code, again.pin)).statusCode]).toEqual([404, 200]);

  for (const change of [{ subject: 'Khác' }, { announcedFiles: [{ paperCode: 'TK', name: 'khác.pdf', sizeBytes: 7 }] }]) {
    const other = await post({ ...whole, ...change }, [['TK', 'tờ khai.pdf', pdf]]);
    expect([other.statusCode, other.json().code]).toEqual([409, 'dossiers.request_used_otherwise']);
  }
});

test('the same submission five times at once is one dossier, and the last PIN opens it', async () => {
  const sent = { ...submission, requestId: newId() };
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(sent, [])));

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
  const receipts = answers.map((answer) => answer.json());
  expect(new Set(receipts.map(({ code }) => code)).size).toBe(1);
  expect(await count()).toBe(before + 1);
  const opened = await Promise.all(receipts.map(({ code, pin }) => ask(code, pin)));
  expect(opened.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
});

test('the same is taken as JSON without files, and the desk accepts it', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/dossiers/online', remoteAddress: '10.2.0.1', payload: submission });
  expect(answer.statusCode).toBe(201);
  const { code } = answer.json();
  const before = await readDossier(db, everywhere, code);
  await moveDossier(db, systemActor, everywhere, { code, move: 'accept', version: before.dossier.version });
  const { dossier } = await readDossier(db, everywhere, code);
  expect([dossier.status, dossier.receivedAt !== null, dossier.dueAt !== null]).toEqual([2, true, true]);
  expect(await differingCells(db, 5)).toEqual([]);
});

test.each([
  ['no level that takes dossiers', { procedureId: offline.id, later: [] }, [], 409, 'dossiers.not_online'],
  ['a level that only informs', { procedureId: informing.id, later: [] }, [], 409, 'dossiers.not_online'],
  ['a unit that does not handle the procedure', { unitId: province.id }, [], 409, 'dossiers.unit_not_competent'],
  ['papers neither sent nor promised', { later: ['TK'] }, [], 409, 'dossiers.papers_missing'],
  ['a paper that the procedure does not know', {}, [['XX', 'a.pdf', pdf]], 422, 'dossiers.paper_unknown'],
  ['a program for a paper', {}, [['TK', 'a.exe', 'MZ\u0000\u0001']], 422, 'platform.file_type_refused'],
  ['a file beyond 10 MB', {}, [['TK', 'a.txt', 'a'.repeat(10 * 1_048_576 + 1)]], 422, 'platform.file_too_large'],
  ['eleven files', {}, Array.from({ length: 11 }, () => ['TK', 'a.pdf', pdf]), 422, 'dossiers.too_many_files'],
  ['words for a phone', { applicant: { name: 'A', kind: 1, phone: 'khong co' } }, [], 422, 'dossiers.phone_wrong'],
  ['letters for an identity number', { applicant: { ...applicant, identityNumber: 'abc' } }, [], 422, 'dossiers.identity_number_wrong'],
  ['no phone', { applicant: { name: 'A', kind: 1 } }, [], 422, 'dossiers.submission_unreadable'],
] as const)('%s is refused and nothing is kept', async (_what, change, sent, status, code) => {
  const before = await count();
  const answer = await post({ ...submission, ...change }, sent as readonly (readonly [string, string, string])[]);
  expect([answer.json().code, answer.statusCode]).toEqual([code, status]);
  expect(await count()).toBe(before);
});

test('a procedure is taken online only on days when it is offered so', async () => {
  const stranger = { id: 'stranger', name: 'Khách', position: null, grants: [] };
  const until = await aProcedure(db, {
    unitId: province.id,
    level: 'commune',
    papers: [],
    online: { regime: 'nd42_2022', level: 'full', validTo: '2024-12-31' },
  });
  const on = (day: string) =>
    submitOnline(db, files, stranger, { ...submission, procedureId: until.id, later: [] }, [], sender, new Date(`${day}T09:00:00+07:00`));
  expect((await on('2024-12-31')).code).toBe('000.00.21.H18-241231-0001');
  await expect(on('2025-01-01')).rejects.toMatchObject({ code: 'dossiers.not_online' });
});

test('an address may hand in six dossiers a minute', async () => {
  const statuses = [];
  for (let at = 0; at < 7; at += 1) statuses.push((await post(submission, [], { remoteAddress: '10.9.9.9' })).statusCode);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
});

test('the addresses of one IPv6 network are one address', async () => {
  const statuses = [];
  for (let at = 0; at < 7; at += 1) statuses.push((await post(submission, [], { remoteAddress: `2001:db8:0:7:${at}::${at}` })).statusCode);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
  expect((await post(submission, [], { remoteAddress: '2001:db8:0:8::1' })).statusCode).toBe(201);
});

test('the PIN and the last digits of phone or identity number open the state of the dossier, and no name', async () => {
  const { code, pin } = (await post(submission, [])).json();
  for (const factor of [pin, '5678', '4321']) {
    const answer = await ask(` ${code.toLowerCase()} `, factor);
    expect([answer.statusCode, answer.json().status, answer.json().state, answer.json().procedureName]).toEqual([
      200,
      1,
      'new',
      'Đăng ký khai sinh',
    ]);
    expect(answer.body).not.toMatch(/Xuân|0912|011190/);
  }
});

test('an unknown code and a wrong factor are answered alike', async () => {
  const { code } = (await post(submission, [])).json();
  const bare = (answer: Awaited<ReturnType<typeof ask>>) => ({ ...answer.json(), requestId: null, instance: null });
  const wrong = await ask(code, '0000');
  const unknown = await ask('000.00.99.H18-220101-0001', '0000');
  expect([wrong.statusCode, bare(wrong)]).toEqual([unknown.statusCode, bare(unknown)]);
  expect(wrong.json().code).toBe('dossiers.lookup_failed');
  const { code: imported } = await aDossier(db, { unitId: commune.id, procedureId: procedure.id });
  expect((await ask(imported, '0000')).json().code).toBe('dossiers.lookup_failed');
});

test('twenty wrong guesses of four digits shut a code for the day, known or not, and the PIN still opens it', async () => {
  const { code, pin } = (await post(submission, [])).json();
  const guess = (one: string, factor: string) =>
    lookUp(db, { code: one, factor }).then(
      () => 'open',
      (error: { code: string }) => error.code,
    );
  for (const one of [code, '000.00.98.H18-220101-0001']) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(one, '0001')));
    expect(answers.filter((answer) => answer === 'dossiers.lookup_failed')).toHaveLength(20);
    expect(answers.filter((answer) => answer === 'platform.too_many_requests')).toHaveLength(20);
  }
  expect(await guess(code, '5678')).toBe('platform.too_many_requests');
  expect(await guess(code, pin)).toBe('open');
});

test('whoever knows the factor may ask as often as they like', async () => {
  const { code } = (await post(submission, [])).json();
  for (let at = 0; at < 30; at += 1) expect((await lookUp(db, { code, factor: '5678' })).status).toBe(1);
});

test('an address may ask ten times a minute', async () => {
  const statuses = [];
  for (let at = 0; at < 11; at += 1) {
    const payload = { code: `000.00.97.H18-220101-00${10 + at}`, factor: '0000' };
    statuses.push((await app.inject({ method: 'POST', url: '/api/dossiers/lookup', remoteAddress: '10.8.8.8', payload })).statusCode);
  }
  expect(statuses.slice(-2)).toEqual([404, 429]);
});

test('a stranger finds the procedures that are taken online, their papers and the units that take them', async () => {
  const get = (path: string) => app.inject({ method: 'GET', url: `/api/dossiers/online/procedures${path}`, remoteAddress: '10.7.0.1' });
  const found = (await get('?search=dang%20ky%20khai%20sinh')).json();
  expect(found).toMatchObject({ total: 1, rows: [{ id: procedure.id, name: 'Đăng ký khai sinh' }] });
  expect((await get('')).json().rows.map((row: { id: string }) => row.id)).not.toContain(offline.id);
  const sheet = (await get(`/${procedure.id}`)).json();
  expect(sheet.papers.map((one: { code: string }) => one.code)).toEqual(['TK', 'GCS']);
  expect(sheet.units).toEqual([{ id: commune.id, name: 'UBND xã Mường Phăng' }]);
  expect((await get(`/${offline.id}`)).json().code).toBe('dossiers.not_online');
  expect((await get(`/${commune.id}`)).json().code).toBe('dossiers.procedure_not_in_force');
});

const usedOfAll = async (): Promise<{ submissions: number; bytes: number }> =>
  (
    await sql<{ submissions: number; bytes: number }>`
      select submissions, bytes::int as bytes from dossiers.online_use where key = 'all' order by day desc limit 1`.execute(db)
  ).rows[0] ?? { submissions: 0, bytes: 0 };

test('the quota counts the bytes of files that were read, also of a request that does not tell its length', async () => {
  const before = await usedOfAll();

  expect((await post({ ...submission, later: ['GCS'] }, [['TK', 'tờ khai.pdf', pdf]], { streamed: true })).statusCode).toBe(201);
  expect((await post(submission, [], { streamed: true })).statusCode).toBe(201);

  expect(await usedOfAll()).toEqual({ submissions: before.submissions + 2, bytes: before.bytes + pdf.length });
});

test('a refused submission takes nothing of the quota but for the files that were kept', async () => {
  const before = await usedOfAll();

  const refused = [
    await post({ ...submission, later: [] }, []),
    await post(submission, [['TK', 'a.exe', 'MZ\u0000\u0001'.repeat(900_000)]]),
    await post({ ...submission, later: [] }, [['TK', 'a.pdf', pdf]], { streamed: true }),
  ];

  expect(refused.map((answer) => answer.statusCode)).toEqual([409, 422, 409]);
  expect(await usedOfAll()).toEqual({ submissions: before.submissions, bytes: before.bytes + pdf.length });
});

test('an address has a quota of files a day, all addresses together another, and both begin anew the next day', async () => {
  const gigabyte = 1_073_741_824;
  const send = (address: string, day: string) =>
    withinQuota(db, address, day, ({ charge }) => charge(gigabyte)).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
  const one = await Promise.all(Array.from({ length: 5 }, () => send('2001:db8::1', '2026-03-02')));
  expect(one.sort()).toEqual([...Array(3).fill('dossiers.online_quota_of_address'), 'taken', 'taken']);
  expect(await send('2001:db8::2', '2026-03-02')).toBe('dossiers.online_quota_of_address');
  const many = await Promise.all(Array.from({ length: 40 }, (_, at) => send(`10.6.1.${at}`, '2026-03-02')));
  expect(many.filter((answer) => answer === 'taken')).toHaveLength(38);
  expect(many.filter((answer) => answer === 'dossiers.online_quota_of_all')).toHaveLength(2);
  expect(await send('2001:db8::1', '2026-03-03')).toBe('taken');
  await forgetOnlineUse(db, new Date('2026-03-03T08:00:00+07:00'));
  const { rows } = await sql<{ day: string }>`select distinct day::text as day from dossiers.online_use order by day`.execute(db);
  expect(rows.map(({ day }) => day)).not.toContain('2026-03-02');
});
