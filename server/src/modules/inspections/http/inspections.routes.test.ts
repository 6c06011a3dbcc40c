// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/auth/actor';
import { aDatabase } from '../../../../test/database.ts';
import { aFigure, anInspection, type InspectionGiven } from '../../../../test/factories/inspection.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { actionsModule } from '../../actions/module.ts';
import { inspectionsModule } from '../module.ts';

const { db } = await aDatabase();
const { app, as } = await aServer({ db, modules: [actionsModule(), inspectionsModule()] });
let given: InspectionGiven;
/** An inspection that still waits for the unit's report. */
let asked: InspectionGiven;

beforeAll(async () => {
  given = await anInspection(db, { step: 'on_site' });
  asked = await anInspection(db, { step: 'announced' });
});

const round = (what = ''): string => `/api/inspections/rounds/${given.roundId}${what}`;
const visit = (what = ''): string => `/api/inspections/visits/${given.visitId}${what}`;
const askedVisit = (what = ''): string => `/api/inspections/visits/${asked.visitId}${what}`;
const sheetFor = async (actor: Actor, path = visit()) => (await as(actor)('GET', path)).json();

describe('rounds', () => {
  test('the list finds a round by words without diacritics, by step, year and unit', async () => {
    const list = async (query: string) => (await as(given.actors.organiser)('GET', `/api/inspections/rounds?${query}`)).json();

    expect(await list('search=cai%20cach%20huyen%20thu')).toMatchObject({
      total: 1,
      rows: [{ id: given.roundId, units: [{ unitName: 'UBND huyện Thử' }], conclusionDueOn: '2022-10-04' }],
    });
    expect(await list('search=khong%20co')).toMatchObject({ total: 0, rows: [] });
    expect(await list(`step=on_site&year=2022&form=planned&unitId=${given.district.id}`)).toMatchObject({ total: 1 });
    expect(await list('step=closed')).toMatchObject({ total: 0 });
    expect((await as(given.actors.organiser)('GET', '/api/inspections/rounds?step=somewhere')).statusCode).toBe(422);
  });

  test('a round tells its possible steps with every reason as a sentence', async () => {
    const { steps, capacities, deadline } = (await as(given.actors.head)('GET', round())).json();

    expect(capacities).toEqual(['head']);
    expect(steps).toEqual([
      {
        to: 'minutes_agreed',
        back: false,
        needsReason: false,
        allowed: false,
        reasons: [
          {
            code: 'inspections.visits_not_there',
            params: { reached: 0, total: 1 },
            text: 'Mới 0 trên 1 đơn vị tới bước này. Hoàn thành các đơn vị còn lại.',
          },
        ],
        warnings: [],
      },
    ]);
    expect(deadline).toMatchObject({
      dueOn: '2022-10-04',
      rule: { dayCount: 15, dayKind: 'working' },
      explanation: { start: '2022-09-13', workingDays: 15 },
    });
  });

  test('is planned, edited and moved over HTTP, and a stale edit is refused', async () => {
    const { organiser } = given.actors;
    const body = {
      title: 'Kiểm tra đột xuất',
      year: 2022,
      form: 'unannounced',
      organisingUnitId: given.province.id,
      teamName: 'Đoàn kiểm tra số 3',
    };
    const created = await as(organiser)('POST', '/api/inspections/rounds', body);
    const path = `/api/inspections/rounds/${created.json().id}`;

    const answers = await Promise.all([1, 2, 3].map((n) => as(organiser)('PUT', path, { ...body, title: `Tên thứ ${n}`, version: 1 })));

    expect(created.statusCode).toBe(201);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409]);
    expect(answers.find((answer) => answer.statusCode === 409)?.json()).toMatchObject({
      code: 'platform.stale',
      params: { by: organiser.name },
    });
    const blocked = await as(organiser)('POST', `${path}/move`, { to: 'decided', version: 2 });
    expect([blocked.statusCode, blocked.json().code]).toEqual([409, 'inspections.plan_missing']);
  });

  test('only a PAR officer plans, and only for own units', async () => {
    const body = { title: 'Kiểm tra', year: 2022, form: 'planned', organisingUnitId: given.otherDistrict.id, teamName: 'Đoàn' };

    expect((await as(given.actors.head)('POST', '/api/inspections/rounds', body)).statusCode).toBe(403);
    const outside = await as(anActor('par_officer', given.district.id))('POST', '/api/inspections/rounds', body);
    expect([outside.statusCode, outside.json().code]).toEqual([404, 'inspections.organiser_not_yours']);
  });
});

describe('outside the own subtree', () => {
  test('a stranger finds neither round nor visit nor anything in them', async () => {
    const { figures } = await sheetFor(given.actors.organiser);
    const as404 = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) =>
      (await as(given.actors.stranger)(method, path, body)).statusCode;

    expect(await as404('GET', round())).toBe(404);
    expect(await as404('GET', visit())).toBe(404);
    expect(await as404('GET', visit('/minutes.pdf'))).toBe(404);
    expect(await as404('GET', round('/conclusion.docx'))).toBe(404);
    expect(await as404('GET', `/api/inspections/figures/${figures[0].id}`)).toBe(404);
    expect(await as404('PUT', visit('/opinion'), { version: 1, opinion: 'x' })).toBe(404);
    expect(await as404('POST', visit('/figures'), { figures: [aFigure()] })).toBe(404);
    expect((await as(given.actors.stranger)('GET', '/api/inspections/rounds')).json()).toMatchObject({ total: 0 });
  });

  test('an inspected unit sees its own visit only, and the team’s work only from the agreed minutes on', async () => {
    const two = await anInspection(db, { step: 'on_site' });
    const path = `/api/inspections/rounds/${two.roundId}`;
    const officer = two.actors.officer;
    const own = (await as(officer)('GET', path)).json();
    const before = (await as(officer)('GET', `/api/inspections/visits/${two.visitId}`)).json();

    expect(own).toMatchObject({ full: false, visits: [{ id: two.visitId, answered: 0 }], capacities: ['unit_officer'] });
    expect(before.fields[0].items.every((item: { answer: unknown }) => item.answer === null)).toBe(true);
    expect((await as(officer)('GET', `/api/inspections/visits/${two.visitId}/minutes.docx`)).statusCode).toBe(404);

    const agreed = await anInspection(db, { step: 'minutes_agreed' });
    const after = (await as(agreed.actors.officer)('GET', `/api/inspections/visits/${agreed.visitId}`)).json();
    expect(after.fields[0].counts).toMatchObject({ items: 16, answered: 16, meets: 16 });
    expect((await as(agreed.actors.officer)('GET', `/api/inspections/visits/${agreed.visitId}/minutes.docx`)).statusCode).toBe(200);
  });
});

describe('field work', () => {
  test('answers are saved all or none, and two people who fill the same item find out', async () => {
    const { head, member } = given.actors;
    const [first, second] = (await sheetFor(head)).fields[0].items;
    const answer = (itemId: string, version: number | null, note: string) => ({ itemId, version, verdict: 'partly', note });

    const saved = await as(member)('PUT', visit('/answers'), { answers: [answer(first.id, null, 'Thành viên')] });
    const stale = await as(head)('PUT', visit('/answers'), {
      answers: [answer(second.id, null, 'Trưởng đoàn'), answer(first.id, null, 'Trưởng đoàn')],
    });

    expect(saved.statusCode).toBe(200);
    expect([stale.statusCode, stale.json().code, stale.json().params.by]).toEqual([409, 'platform.stale', member.name]);
    const { items } = (await sheetFor(head)).fields[0];
    expect(items[0].answer).toMatchObject({ note: 'Thành viên', version: 1 });
    expect(items[1].answer).toBeNull();
  });

  test('a member answers only the own reform fields, a reader none', async () => {
    const seatWith = (field: string) =>
      sql`update inspections.team_member set reform_fields = array[${field}] where round_id = ${given.roundId}
        and account_id = ${given.actors.member.id}`.execute(db);
    const stranger = given.actors.member;
    await seatWith('digital_government');
    const [item] = (await sheetFor(stranger)).fields[0].items;
    const body = { answers: [{ itemId: item.id, version: item.answer?.version ?? null, verdict: 'meets' }] };

    const refused = await as(stranger)('PUT', visit('/answers'), body);

    expect([refused.statusCode, refused.json().code, refused.json().params.item]).toEqual([403, 'inspections.field_not_yours', 'F3.01']);
    expect((await as(given.actors.reader)('PUT', visit('/answers'), body)).statusCode).toBe(403);
    expect((await sheetFor(stranger)).fields[0].isMine).toBe(false);
    await seatWith('procedures');
    expect((await as(anActor('inspection_member', given.province.id))('PUT', visit('/answers'), body)).json()).toMatchObject({
      code: 'inspections.not_your_part',
    });
  });

  test('a figure is declared, recomputed without being typed, and counted by the team', async () => {
    const declared = await as(given.actors.secretary)('POST', visit('/figures'), { figures: [aFigure({ code: 'communes' })] });
    const [id] = declared.json().ids;

    await as(given.actors.secretary)('POST', `/api/inspections/figures/${id}/count`, {
      numerator: '8',
      denominator: '21',
      source: 'Kế hoạch tự kiểm tra',
    });
    const figure = (await as(given.actors.head)('GET', `/api/inspections/figures/${id}`)).json();

    expect(figure).toMatchObject({
      recomputation: { verdict: 'inconsistent', percent: '33.33', message: '07/21 là 33,33 %, văn bản ghi 30 %.' },
      comparison: { agrees: false, numeratorDifference: '1', percent: '38.10' },
      counted: { source: 'Kế hoạch tự kiểm tra', actorName: given.actors.secretary.name },
      counts: [{ numerator: '8' }],
    });
    expect((await as(given.actors.officer)('GET', `/api/inspections/figures/${id}`)).json()).toMatchObject({ counted: null, counts: [] });
  });

  test('numbers that are none, codes that are taken and empty figures are refused', async () => {
    const post = async (figure: object) =>
      (await as(given.actors.secretary)('POST', visit('/figures'), { figures: [{ ...aFigure(), ...figure }] })).json();

    expect(await post({ numerator: '7,5' })).toMatchObject({ status: 422, code: 'platform.invalid' });
    expect(await post({ numerator: '-7' })).toMatchObject({ status: 422 });
    expect(await post({ code: 'communes' })).toMatchObject({ status: 409, code: 'inspections.figure_code_taken' });
    expect(await post({ numerator: null, denominator: null, statedPercent: null })).toMatchObject({
      status: 422,
      code: 'inspections.figure_empty',
    });
  });

  test('texts quote figures; a number that leads nowhere and an unknown figure are refused', async () => {
    const state = (text: string) =>
      as(given.actors.head)('POST', visit('/statements'), { statements: [{ kind: 'strength', text, reformField: 'procedures' }] });

    expect((await state('Dự kiến {{figure:communes:ratio}} xã, theo Kế hoạch số 12/KH-UBND ngày 05/01/2022.')).statusCode).toBe(201);
    expect((await state('Dự kiến 7 xã.')).json()).toMatchObject({ status: 422, code: 'inspections.loose_number', params: { number: '7' } });
    expect((await state('Dự kiến {{figure:unknown}} xã.')).json()).toMatchObject({
      code: 'inspections.unknown_figure',
      params: { figureId: 'unknown' },
    });
  });

  test('a quoted figure stays, a withdrawn statement needs a reason', async () => {
    const { head } = given.actors;
    const sheet = await sheetFor(head);
    const figure = sheet.figures.find((one: { code: string }) => one.code === 'communes');
    const statement = sheet.statements[0];

    const kept = await as(head)('POST', `/api/inspections/figures/${figure.id}/withdraw`, { version: figure.version });
    expect(kept.json()).toMatchObject({ status: 409, code: 'inspections.figure_quoted', params: { count: 1 } });
    expect((await as(head)('POST', `/api/inspections/statements/${statement.id}/withdraw`, { version: 1, reason: '' })).statusCode).toBe(
      422,
    );
    expect(
      (await as(head)('POST', `/api/inspections/statements/${statement.id}/withdraw`, { version: 1, reason: 'Trùng nội dung' })).statusCode,
    ).toBe(200);
    expect((await as(head)('POST', `/api/inspections/figures/${figure.id}/withdraw`, { version: figure.version })).statusCode).toBe(200);
  });

  test('a sample is drawn reproducibly and examined', async () => {
    const population = Array.from({ length: 40 }, (_, at) => `H18.100-${at + 1}`);
    const draw = async () =>
      (await as(given.actors.member)('POST', visit('/samples'), { title: 'Hồ sơ đất đai', population, size: 5, seed: 20_220_906 })).json();
    const [one, two] = [await draw(), await draw()];

    expect(two.chosen).toEqual(one.chosen);
    const examined = await as(given.actors.member)('PUT', `/api/inspections/samples/${one.id}/results`, {
      version: 1,
      results: { [one.chosen[0]]: { ok: false, note: 'Thiếu phiếu xin lỗi' } },
    });
    const foreign = await as(given.actors.member)('PUT', `/api/inspections/samples/${two.id}/results`, {
      version: 1,
      results: { 'không có': { ok: true } },
    });
    expect(examined.statusCode).toBe(200);
    expect(foreign.json()).toMatchObject({ status: 422, code: 'inspections.sample_code_unknown' });
  });

  test('a report is read for its claims and offered, not entered', async () => {
    const { version } = await sheetFor(asked.actors.officer, askedVisit());
    const answer = await as(asked.actors.officer)('PUT', askedVisit('/report'), { version, text: 'Dự kiến kiểm tra 07/21 xã (đạt 30%).' });

    expect(answer.json().claims).toMatchObject([
      { numerator: 7, denominator: 21, statedPercent: 30, verdict: 'inconsistent', message: '07/21 là 33,33 %, văn bản ghi 30 %.' },
    ]);
    expect((await sheetFor(asked.actors.officer, askedVisit())).claims).toHaveLength(1);
  });

  test('a report file is kept and read; one that breaks a rule leaves nothing', async () => {
    const { officer } = asked.actors;
    const send = async (version: number, content: string, name = 'bao-cao.txt') => {
      await as(officer)('GET', askedVisit());
      const part = (head: string, body: string) => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
      const payload = `${part('name="version"', String(version))}${part(`name="file"; filename="${name}"`, content)}--b--\r\n`;
      const headers = { 'x-test-actor': officer.id, 'content-type': 'multipart/form-data; boundary=b' };
      return app.inject({ method: 'POST', url: askedVisit('/report-file'), headers, payload });
    };
    const { version } = await sheetFor(officer, askedVisit());

    const stale = await send(version - 1, 'Kiểm tra 05/11 cơ quan (đạt 45,45%).');
    const empty = await send(version, '');
    const sent = await send(version, 'Kiểm tra 05/11 cơ quan (đạt 45,45%).');

    expect([stale.statusCode, stale.json().code]).toEqual([409, 'platform.stale']);
    expect(empty.statusCode).toBe(422);
    expect(sent.json().claims).toMatchObject([{ numerator: 5, denominator: 11, verdict: 'consistent' }]);
    expect(await sheetFor(officer, askedVisit())).toMatchObject({
      version: version + 1,
      reportText: 'Kiểm tra 05/11 cơ quan (đạt 45,45%).',
      reportFileId: expect.any(String),
    });
  });

  test('the unit’s plan of self-inspections counts its own communes only', async () => {
    const { officer } = asked.actors;
    const { version } = await sheetFor(officer, askedVisit());

    const foreign = await as(officer)('PUT', askedVisit('/self-inspections'), { version, units: [{ unitId: asked.otherDistrict.id }] });
    const set = await as(officer)('PUT', askedVisit('/self-inspections'), {
      version,
      units: [{ unitId: asked.commune.id }, { unitId: asked.commune.id }],
    });

    expect(foreign.json()).toMatchObject({ status: 422, code: 'inspections.unit_unknown' });
    expect(set.json().selfInspection).toMatchObject({
      communes: { numerator: 1, denominator: 1, percent: '100.00' },
      agencies: { denominator: 0, percent: null },
    });
  });
});

test('a step that is not yours, and one that does not exist, are told apart', async () => {
  const { version } = await sheetFor(given.actors.officer);

  expect((await as(given.actors.officer)('POST', visit('/move'), { to: 'minutes_agreed', version })).json()).toMatchObject({
    status: 403,
    code: 'inspections.not_your_step',
  });
  expect((await as(given.actors.head)('POST', visit('/move'), { to: 'minutes_signed', version })).json()).toMatchObject({
    status: 409,
    code: 'inspections.no_such_step',
  });
  expect((await as(given.actors.head)('POST', visit('/move'), { to: 'minutes_agreed', version })).json()).toMatchObject({
    status: 409,
    code: 'inspections.items_unanswered',
    params: { total: 16 },
  });
});

describe('the opinion of the unit', () => {
  test('may name any number; who signs is told which stand for no stored figure, and nothing is held up', async () => {
    const agreed = await anInspection(db, { step: 'minutes_agreed' });
    const path = `/api/inspections/visits/${agreed.visitId}`;
    const { version } = await sheetFor(agreed.actors.head, path);
    const opinion = 'Đơn vị đã trả 120 hồ sơ; kiểm tra 05/11 cơ quan (đạt 50%). Số 07/21 xã là đúng.';

    const answer = await as(agreed.actors.leader)('PUT', `${path}/opinion`, { version, opinion });
    const signing = (await sheetFor(agreed.actors.head, path)).steps.find((step: { to: string }) => step.to === 'minutes_signed');

    expect(answer.statusCode).toBe(200);
    expect(signing).toMatchObject({
      allowed: true,
      reasons: [],
      warnings: [
        {
          code: 'inspections.opinion_numbers',
          params: { numbers: '“120”, “05/11”, “50%”' },
          text: expect.stringContaining('lời của đơn vị'),
        },
        { code: 'inspections.opinion_findings', text: expect.stringContaining('05/11 là 45,45 %') },
      ],
    });
  });
});
