// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, todayInVietnam } from '#kernel/dates';
import { systemActor } from '#platform/auth/actor';
import { storeFile } from '#platform/files/file-records';
import { createFileStore } from '#platform/files/file-store';
import { documentsModule } from '../../../../src/modules/documents/module.ts';
import { aDatabase } from '../../../../test/database.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { proceduresModule } from '../module.ts';
import { versionNumbered, versionOn } from '../usecases/read-versions.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [proceduresModule(), documentsModule()] });
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const district = await aUnit(db, { level: 'district', parentId: province.id, name: 'Huyện Thử' });
const commune = await aUnit(db, { level: 'commune', parentId: district.id, name: 'Xã Thử' });
const officer = as(anActor('par_officer', province.id));
const today = todayInVietnam();
const tomorrow = addDays(today, 1);

const papers = [{ code: 'G1', name: 'Tờ khai', originals: 1, copies: 0 }];
let sectorId = '';
const content = (change: object = {}) => ({
  name: 'Đăng ký khai sinh',
  sectorId,
  level: 'commune',
  limit: { amount: 1, unit: 'working_days' },
  feeAmount: 0,
  papers,
  competentUnits: [],
  bases: [{ citation: 'Luật Hộ tịch số 60/2014/QH13' }],
  ...change,
});

beforeAll(async () => {
  const made = await officer('POST', '/api/procedures/sectors', { code: 'ht', name: 'Hộ tịch' });
  sectorId = made.json().id;
  expect(made.json()).toMatchObject({ code: 'HT', name: 'Hộ tịch' });
});

async function aNew(code: string, change: object = {}, validFrom = '2019-01-01') {
  const answer = await officer('POST', '/api/procedures', { code, unitId: province.id, validFrom, content: content(change) });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

describe('versions', () => {
  test('a new version begins on its day, ends the one before, and keeps it as it was', async () => {
    const sheet = await aNew('1.000001.000.00.00.h18');
    expect(sheet).toMatchObject({ code: '1.000001.000.00.00.H18', nationalCode: '1.000001', currentNumber: 1, canManage: true });

    const answer = await officer('POST', `/api/procedures/${sheet.id}/versions`, {
      version: sheet.version,
      validFrom: tomorrow,
      content: content({ limit: { amount: 4, unit: 'hours' } }),
    });

    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json().versions.map((one: { number: number; validTo: string | null }) => [one.number, one.validTo])).toEqual([
      [2, null],
      [1, today],
    ]);
    expect(await versionOn(db, sheet.id, today)).toMatchObject({ number: 1, limit: { amount: 1, unit: 'working_days' } });
    expect(await versionOn(db, sheet.id, tomorrow)).toMatchObject({ number: 2, limit: { amount: 4, unit: 'hours' } });
  });

  test('what differs between two versions is told field by field', async () => {
    const sheet = await aNew('1.000002');
    await officer('POST', `/api/procedures/${sheet.id}/versions`, {
      version: 1,
      validFrom: tomorrow,
      content: content({ feeAmount: 8000, papers: [...papers, { code: 'G2', name: 'Giấy chứng sinh', originals: 0, copies: 1 }] }),
    });

    const changes = (await officer('GET', `/api/procedures/${sheet.id}/compare?from=1&to=2`)).json();

    expect(changes).toEqual([
      { column: 'feeAmount', heading: 'Phí, lệ phí (đồng)', from: '0', to: '8000' },
      {
        column: 'papers',
        heading: 'Thành phần hồ sơ',
        from: 'G1 | Tờ khai | 1 | 0',
        to: 'G1 | Tờ khai | 1 | 0\nG2 | Giấy chứng sinh | 0 | 1',
      },
    ]);
    expect((await officer('GET', `/api/procedures/${sheet.id}/compare?from=1&to=9`)).json().code).toBe('procedures.version_not_found');
  });

  test('days that have passed change only with a reason, which stays readable', async () => {
    const sheet = await aNew('1.000003');
    const body = { version: 1, validFrom: addDays(today, -3), content: content({ feeAmount: 5000 }) };
    const path = `/api/procedures/${sheet.id}/versions`;

    expect((await officer('POST', path, body)).json().code).toBe('procedures.late_reason_missing');
    const answer = await officer('POST', path, { ...body, lateReason: 'Quyết định đến muộn' });

    expect(answer.json().versions[0]).toMatchObject({ number: 2, lateReason: 'Quyết định đến muộn' });
    expect(await versionNumbered(db, sheet.id, 1)).toMatchObject({ feeAmount: 0 });
  });

  test('the same content, an earlier day and an old state are refused', async () => {
    const sheet = await aNew('1.000004');
    const publish = (body: object) => officer('POST', `/api/procedures/${sheet.id}/versions`, { version: 1, ...body });

    expect((await publish({ validFrom: tomorrow, content: content() })).json().code).toBe('procedures.nothing_changed');
    expect((await publish({ validFrom: '2019-01-01', content: content({ feeAmount: 1 }) })).json().code).toBe(
      'procedures.version_not_later',
    );
    expect((await publish({ version: 7, validFrom: tomorrow, content: content({ feeAmount: 1 }) })).json().code).toBe('platform.stale');
  });

  test('of two versions sent at once one is recorded', async () => {
    const sheet = await aNew('1.000005');
    const answers = await Promise.all(
      [1, 2].map((feeAmount) =>
        officer('POST', `/api/procedures/${sheet.id}/versions`, { version: 1, validFrom: tomorrow, content: content({ feeAmount }) }),
      ),
    );

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
  });

  test('a version that has not begun is withdrawn and stays readable; the one before goes on', async () => {
    const sheet = await aNew('1.000006');
    await officer('POST', `/api/procedures/${sheet.id}/versions`, { version: 1, validFrom: tomorrow, content: content({ feeAmount: 9 }) });

    const answer = await officer('POST', `/api/procedures/${sheet.id}/versions/withdraw`, { version: 2, reason: 'Nhập nhầm' });

    expect(answer.json().versions).toMatchObject([
      { number: 2, isWithdrawn: true },
      { number: 1, validTo: null, isWithdrawn: false },
    ]);
    expect(await versionOn(db, sheet.id, addDays(today, 30))).toMatchObject({ number: 1 });
    const again = await officer('POST', `/api/procedures/${sheet.id}/versions`, {
      version: 3,
      validFrom: tomorrow,
      content: content({ feeAmount: 10 }),
    });
    expect(again.json().versions[0]).toMatchObject({ number: 3, feeAmount: 10 });
  });

  test('an abolished procedure keeps its past, and its online service ends with it', async () => {
    const { id } = await aProcedure(db, {
      unitId: province.id,
      code: '1.000007',
      online: { regime: 'nd224_2026', level: 'full' },
    });

    const answer = await officer('POST', `/api/procedures/${id}/end`, { version: 1, lastDay: tomorrow });

    expect(answer.json()).toMatchObject({ versions: [{ validTo: tomorrow }], online: [{ validTo: tomorrow }] });
    expect(await versionOn(db, id, addDays(tomorrow, 1))).toBeUndefined();
    expect((await officer('POST', `/api/procedures/${id}/end`, { version: 2, lastDay: tomorrow })).json().code).toBe(
      'procedures.not_in_force',
    );
  });
});

describe('content', () => {
  test('names that are not there are refused before anything is saved', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const ended = await aUnit(db, { level: 'district', parentId: province.id, validTo: '2020-12-31' });
    const create = async (change: object) =>
      (
        await officer('POST', '/api/procedures', {
          code: '1.000090',
          unitId: province.id,
          validFrom: '2022-01-01',
          content: content(change),
        })
      ).json().code;

    expect(await create({ sectorId: nobody })).toBe('procedures.sector_unknown');
    expect(await create({ papers: [...papers, ...papers] })).toBe('procedures.paper_code_twice');
    expect(await create({ competentUnits: [{ unitId: ended.id, task: 'decides' }] })).toBe('procedures.competent_unit_unknown');
    expect(await create({ bases: [{ citation: 'Luật', documentId: nobody }] })).toBe('procedures.basis_unknown');
    expect(await create({ papers: [{ ...papers[0], formFileId: nobody }] })).toBe('procedures.form_file_unknown');
    expect(await create({ limit: { amount: 0, unit: 'hours' } })).toBe('platform.invalid');
    expect(await create({ papers: [{ ...papers[0], name: 'a | b' }] })).toBe('platform.invalid');
    expect(await create({})).toBe('1.000090');
  });

  test('one national code is one procedure, however its suffix is written', async () => {
    await aNew('2.000815.000.00.00.H18');
    const again = await officer('POST', '/api/procedures', {
      code: '2.000815',
      unitId: province.id,
      validFrom: today,
      content: content(),
    });
    const bad = await officer('POST', '/api/procedures', { code: '??', unitId: province.id, validFrom: today, content: content() });

    expect([again.json().code, bad.json().code]).toEqual(['procedures.code_taken', 'procedures.code_invalid']);
  });
});

test('the form of a paper is open to every reader of the catalogue, other files are not', async () => {
  const store = createFileStore(mkdtempSync(join(tmpdir(), 'tuongminh-forms-')));
  const keep = (name: string) => storeFile(db, systemActor, store, { name, unitId: province.id, content: Buffer.from(name) });
  const [form, other] = [await keep('mau-01.txt'), await keep('khac.txt')];
  const sheet = await aNew('1.000095', { papers: [{ ...papers[0], form: 'Mẫu 01', formFileId: form.id }] });
  const reader = as(anActor('reader', commune.id));
  const code = async (fileId: string) => (await reader('GET', `/api/procedures/${sheet.id}/forms/${fileId}`)).json().code;

  // The content lies in another store than the server's, so that the record alone is found.
  expect(await code(form.id)).toBe('platform.file_missing');
  expect(await code(other.id)).toBe('platform.not_found');
});

describe('online levels', () => {
  test('a level lasts to the end of its regime, and each change begins on its day', async () => {
    const sheet = await aNew('1.000010');
    const change = (body: object) => officer('POST', `/api/procedures/${sheet.id}/online`, body);

    const first = await change({ version: 1, validFrom: '2022-01-01', level: 'level_4', lateReason: 'Nhập dữ liệu cũ' });
    expect(first.json().online).toMatchObject([{ level: 'level_4', validFrom: '2022-01-01', validTo: '2022-08-14' }]);

    const second = await change({ version: 2, validFrom: '2022-09-01', level: 'full', lateReason: 'Nhập dữ liệu cũ' });
    expect(second.json().online.at(-1)).toMatchObject({ level: 'full', validTo: '2026-06-30' });
    expect((await change({ version: 3, validFrom: '2022-09-10', level: 'level_4', lateReason: 'a' })).json().code).toBe(
      'procedures.online_level_unknown',
    );
    expect((await change({ version: 3, validFrom: '2026-07-01', level: 'partial', lateReason: 'a' })).json().code).toBe(
      'procedures.justification_missing',
    );
    expect((await change({ version: 3, validFrom: '2022-09-10', level: 'full', lateReason: 'a' })).json().code).toBe(
      'procedures.online_unchanged',
    );
    const ended = await change({ version: 3, validFrom: '2023-01-01', level: null, lateReason: 'Ngừng' });
    expect(ended.json().online.at(-1)).toMatchObject({ level: 'full', validTo: '2022-12-31' });
  });
});

describe('list', () => {
  test('search needs no diacritics, and filters join', async () => {
    const ids = async (query: string) =>
      (await officer('GET', `/api/procedures?limit=500&${query}`)).json().rows.map((row: { code: string }) => row.code);
    await aNew('3.000001', { name: 'Cấp giấy phép xây dựng', level: 'district', limit: { amount: 15, unit: 'working_days' } });
    await aNew('3.000002', {
      name: 'Chứng thực di chúc',
      level: 'district',
      competentUnits: [{ unitId: district.id, task: 'decides' }],
    });
    const other = await aUnit(db, { level: 'district', parentId: province.id });

    expect(await ids('search=xay dung')).toEqual(['3.000001']);
    expect(await ids('search=3.0000')).toEqual(['3.000001', '3.000002']);
    expect(await ids(`search=3.0000&unitId=${district.id}`)).toEqual(['3.000001', '3.000002']);
    expect(await ids(`search=3.0000&unitId=${other.id}`)).toEqual(['3.000001']);
    expect(await ids(`search=3.0000&unitId=${commune.id}`)).toEqual([]);
    expect(await ids('search=3.0000&sort=limit&order=desc')).toEqual(['3.000001', '3.000002']);
    expect(await ids('search=3.0000&level=commune')).toEqual([]);
  });

  test('a procedure shows as it stood on the day: coming, in force, ended', async () => {
    const made = await aNew('3.100001', {}, '2024-01-01');
    await officer('POST', `/api/procedures/${made.id}/end`, { version: 1, lastDay: '2024-12-31', lateReason: 'Nhập muộn' });
    const standing = async (asOf: string) => {
      const { rows } = (await officer('GET', `/api/procedures?search=3.100001&standing=all&asOf=${asOf}`)).json();
      return rows.map((row: { standing: string }) => row.standing);
    };

    expect([await standing('2023-06-01'), await standing('2024-06-01'), await standing('2025-06-01')]).toEqual([
      ['coming'],
      ['in_force'],
      ['ended'],
    ]);
    expect((await officer('GET', '/api/procedures?search=3.100001&asOf=2025-06-01')).json().total).toBe(0);
  });

  test('those that can be handed in online are counted', async () => {
    await aProcedure(db, {
      unitId: province.id,
      code: '3.200001',
      validFrom: '2022-01-01',
      online: { regime: 'tt32_2017', level: 'level_2' },
    });
    await aProcedure(db, {
      unitId: province.id,
      code: '3.200002',
      validFrom: '2022-01-01',
      online: { regime: 'tt32_2017', level: 'level_4' },
    });
    await aProcedure(db, { unitId: province.id, code: '3.200003', validFrom: '2022-01-01' });
    const page = async (query: string) => {
      const { rows, total, onlineTotal } = (await officer('GET', `/api/procedures?search=3.20000&asOf=2022-03-01&${query}`)).json();
      return [rows.map((row: { code: string }) => row.code.at(-1)).join(''), total, onlineTotal];
    };

    expect(await page('')).toEqual(['123', 3, 1]);
    expect(await page('online=submit')).toEqual(['2', 1, 1]);
    expect(await page('online=none')).toEqual(['3', 1, 0]);
    expect(await page('online=level_2')).toEqual(['1', 1, 0]);
  });
});

describe('rights', () => {
  test('everybody reads the catalogue; only who manages the keeping unit changes it', async () => {
    const sheet = await aNew('1.000020');
    const below = as(anActor('par_officer', district.id));
    const reader = as(anActor('reader', commune.id));
    const body = { version: 1, validFrom: tomorrow, content: content({ feeAmount: 3 }) };

    expect((await reader('GET', `/api/procedures/${sheet.id}`)).json()).toMatchObject({ code: '1.000020', canManage: false });
    expect((await reader('POST', `/api/procedures/${sheet.id}/versions`, body)).statusCode).toBe(403);
    expect((await below('GET', `/api/procedures/${sheet.id}`)).json().canManage).toBe(false);
    expect((await below('POST', `/api/procedures/${sheet.id}/versions`, body)).json()).toMatchObject({
      status: 404,
      code: 'procedures.procedure_not_found',
    });
    expect(
      (await below('POST', '/api/procedures', { code: '1.000021', unitId: province.id, validFrom: today, content: content() })).json().code,
    ).toBe('procedures.unit_not_found');
  });

  test('changes are in the audit log with what they changed', async () => {
    const sheet = await aNew('1.000022');
    await officer('POST', `/api/procedures/${sheet.id}/versions`, { version: 1, validFrom: tomorrow, content: content({ feeAmount: 7 }) });
    const { rows } = await db
      .selectFrom('audit.entry' as never)
      .selectAll()
      .where('subject_id' as never, '=', sheet.id as never)
      .orderBy('sequence' as never)
      .execute()
      .then((entries) => ({ rows: entries as { action: string; data: string }[] }));

    expect(rows.map((row) => row.action)).toEqual(['procedures.created', 'procedures.version_published']);
    expect(JSON.parse(rows[1]?.data ?? '{}').changes).toEqual([{ column: 'feeAmount', heading: 'Phí, lệ phí (đồng)', from: '0', to: '7' }]);
  });
});
