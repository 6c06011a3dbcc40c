// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDocument, aDraft } from '../../../../test/factories/document.ts';
import { aPdf } from '../../../../test/factories/file.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { newId } from '../../../kernel/ids.ts';
import { storeFile } from '../../../platform/files/file-records.ts';
import { fileErrors, filePermissions, fileRoutes } from '../../../platform/files/file-routes.ts';
import { createFileStore } from '../../../platform/files/file-store.ts';
import { unitsModule } from '../../units/module.ts';
import { documentsModule } from '../module.ts';
import { seedDocumentTypes } from '../usecases/seed-document-types.ts';

const { db } = await aDatabase();
await seedDocumentTypes(db);
const modules = [documentsModule(), unitsModule(), { routes: fileRoutes, permissions: filePermissions, errors: fileErrors }];
const { as } = await aServer({ db, modules });
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-attach-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = createFileStore(folder);

const province = await aUnit(db, { level: 'province', name: 'Tỉnh Điện Biên', authorityName: 'UBND tỉnh Điện Biên' });
const district = await aUnit(db, {
  level: 'district',
  name: 'Huyện Điện Biên',
  authorityName: 'UBND huyện Điện Biên',
  parentId: province.id,
});
const other = await aUnit(db, { level: 'district', name: 'Huyện Mường Chà', parentId: province.id });
const officer = anActor('unit_officer', district.id);
const leader = anActor('unit_leader', district.id);
const reader = anActor('reader', district.id);
const foreigner = anActor('unit_officer', other.id);
const provincial = anActor('par_officer', province.id);

type Sheet = {
  id: string;
  version: number;
  code: string | null;
  state: string;
  bases: { id: string }[];
  attachments: object[];
  history: { action: string }[];
};
const draftBody = { kind: 'draft', typeCode: 'report', subject: 'Báo cáo kết quả khắc phục', unitId: district.id };

describe('from draft to register', () => {
  it('a report is drafted, based on a plan, gets a file, is issued, and stands in the exported register', async () => {
    const plan = await aDocument(db, {
      unitId: district.id,
      code: '21/KH-UBND',
      issuedOn: '2022-01-10',
      subject: 'Kế hoạch cải cách hành chính',
    });
    const { id } = (await as(officer)('POST', '/api/documents', draftBody)).json<{ id: string }>();
    const based = await as(officer)('POST', `/api/documents/${id}/bases`, { basedOnId: plan.id, note: 'Kế hoạch năm' });
    const file = await storeFile(db, officer, files, { name: 'báo cáo.pdf', unitId: district.id, content: aPdf() });
    const attached = await as(officer)('POST', `/api/documents/${id}/attachments`, { fileId: file.id, kind: 'main' });
    const issued = await as(leader)('POST', `/api/documents/${id}/issue`, { version: 1, issuedOn: '2022-10-05' });

    expect(based.statusCode, based.body).toBe(201);
    expect(attached.statusCode, attached.body).toBe(201);
    expect(issued.json()).toMatchObject({ id, number: 1, code: '01/BC-UBND', issuedOn: '2022-10-05' });
    const sheet = (await as(reader)('GET', `/api/documents/${id}`)).json<Sheet>();
    expect(sheet).toMatchObject({
      state: 'issued',
      code: '01/BC-UBND',
      typeName: 'Báo cáo',
      bases: [{ id: plan.id, code: '21/KH-UBND', note: 'Kế hoạch năm', reachable: true }],
      attachments: [{ fileId: file.id, kind: 'main', name: 'báo cáo.pdf', sha256: file.sha256, sizeBytes: file.sizeBytes }],
    });
    expect(sheet.history.map(({ action }) => action)).toEqual([
      'documents.draft_created',
      'documents.basis_added',
      'documents.file_attached',
      'documents.document_issued',
    ]);

    const [register] = (await as(reader)('GET', '/api/documents/registers?direction=outgoing&year=2022')).json<{ id: string }[]>();
    const workbook = await as(reader)('GET', `/api/documents/register.xlsx?registerId=${register?.id}`);
    expect(workbook.headers['content-disposition']).toContain(`filename*=UTF-8''S%E1%BB%95%20v%C4%83n%20b%E1%BA%A3n%20%C4%91i%202022`);
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(workbook.rawPayload as unknown as ExcelJs.Buffer);
    const sheet2022 = book.getWorksheet('2022')!;
    const rows = sheet2022.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : []));
    expect(rows[1]?.[0]).toBe('UBND huyện Điện Biên');
    expect(rows[4]?.[0]).toBe('Từ ngày 05/10/2022 đến ngày 05/10/2022; từ số 1 đến số 1');
    expect(rows[6]).toHaveLength(10);
    expect(rows[8]?.slice(0, 3)).toEqual(['01/BC-UBND', '05/10/2022', 'Báo cáo: Báo cáo kết quả khắc phục']);
    expect(rows[9]?.[0]).toBe('Tổng số: 1 văn bản, trong đó đã thu hồi: 0');
  });

  it('a letter that arrives gets its number of arrival and stands in the incoming register', async () => {
    const body = {
      unitId: district.id,
      code: '581/BNV-CCHC',
      issuerName: 'Bộ Nội vụ',
      typeCode: 'official_letter',
      subject: '=HYPERLINK("http://example.org")',
      issuedOn: '2022-02-15',
      receivedOn: '2022-02-17',
    };

    const received = await as(officer)('POST', '/api/documents/incoming', body);
    const again = await as(officer)('POST', '/api/documents/incoming', body);

    expect(received.statusCode, received.body).toBe(201);
    expect(received.json()).toMatchObject({ number: 1, receivedOn: '2022-02-17' });
    expect(again.json()).toMatchObject({
      status: 409,
      code: 'documents.already_received',
      params: { number: 1, receivedOn: '17/02/2022' },
    });
    const [register] = (await as(reader)('GET', '/api/documents/registers?direction=incoming')).json<{ id: string }[]>();
    const workbook = await as(reader)('GET', `/api/documents/register.xlsx?registerId=${register?.id}`);
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(workbook.rawPayload as unknown as ExcelJs.Buffer);
    const cell = book.getWorksheet('2022')!.getRow(8).getCell(6);
    expect(book.getWorksheet('2022')!.getRow(8).getCell(2).value).toBe(1);
    expect(cell.formula).toBeUndefined();
    expect(cell.value).toBe('Công văn: =HYPERLINK("http://example.org")');
  });

  it('a provincial decision of the past is recorded once', async () => {
    const body = {
      kind: 'recorded',
      unitId: province.id,
      code: '1367/QĐ-UBND',
      issuedOn: '2022-08-09',
      subject: 'Thành lập Đoàn kiểm tra',
      source: 'real_case',
      paragraph: 3,
    };

    const first = await as(provincial)('POST', '/api/documents', body);
    const second = await as(provincial)('POST', '/api/documents', body);

    expect(first.statusCode, first.body).toBe(201);
    expect(second.json()).toMatchObject({
      status: 409,
      code: 'documents.number_taken',
      params: { code: '1367/QĐ-UBND', issuedOn: '09/8/2022' },
    });
    expect(second.json<{ detail: string }>().detail).toContain('1367/QĐ-UBND ngày 09/8/2022');
  });

  it('a register for one type is opened, and shows in the list', async () => {
    const opened = await as(provincial)('POST', '/api/documents/registers', {
      unitId: province.id,
      direction: 'outgoing',
      year: 2022,
      typeCode: 'decision',
      firstNumber: 1368,
    });

    expect(opened.statusCode, opened.body).toBe(201);
    expect(opened.json()).toMatchObject({ typeName: 'Quyết định', nextNumber: 1368, unitName: 'UBND tỉnh Điện Biên' });
    expect(
      (await as(reader)('GET', '/api/documents/registers')).json<{ unitId: string }[]>().every(({ unitId }) => unitId === district.id),
    ).toBe(true);
  });
});

describe('the list', () => {
  it('knows the types', async () => {
    const types = (await as(reader)('GET', '/api/documents/types')).json<object[]>();

    expect(types).toHaveLength(29);
  });

  it('searches without diacritics and shows nothing of other units', async () => {
    await aDocument(db, { unitId: other.id, subject: 'Đề án vị trí việc làm' });
    const mine = await aDocument(db, { unitId: district.id, subject: 'Đề án vị trí việc làm' });

    const page = (await as(reader)('GET', `/api/documents?search=${encodeURIComponent('de an vi tri')}&sort=subject&order=asc`)).json<{
      rows: { id: string }[];
      total: number;
    }>();

    expect(page).toMatchObject({ total: 1, rows: [{ id: mine.id }] });
  });

  it('refuses what it does not know by field', async () => {
    const response = await as(reader)('GET', '/api/documents?sort=size&from=2022-02-30');

    expect(response.json()).toMatchObject({
      status: 422,
      code: 'platform.invalid',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'sort' }), expect.objectContaining({ path: 'from' })]),
    });
  });
});

describe('two people at once', () => {
  it('the second save is told who was quicker, and nothing is overwritten', async () => {
    const { id } = await aDraft(db, { unitId: district.id });
    const first = await as(officer)('PATCH', `/api/documents/${id}`, { version: 1, subject: 'Bản thứ nhất' });
    const second = await as(provincial)('PATCH', `/api/documents/${id}`, { version: 1, subject: 'Bản thứ hai' });

    expect(first.json()).toMatchObject({ version: 2, subject: 'Bản thứ nhất' });
    expect(second.json()).toMatchObject({ status: 409, code: 'platform.stale', params: { by: officer.name } });
    expect((await as(reader)('GET', `/api/documents/${id}`)).json()).toMatchObject({ subject: 'Bản thứ nhất' });
  });
});

describe('rights', () => {
  it('a unit outside the subtree answers 404 on every route, and changes nothing', async () => {
    const document = await aDocument(db, { unitId: district.id });
    const draft = await aDraft(db, { unitId: district.id });
    const foreignLeader = anActor('unit_leader', other.id);
    const ask = [
      as(foreigner)('GET', `/api/documents/${document.id}`),
      as(foreigner)('PATCH', `/api/documents/${draft.id}`, { version: 1, subject: 'Khác' }),
      as(foreigner)('POST', `/api/documents/${draft.id}/bases`, { basedOnId: document.id }),
      as(foreigner)('POST', `/api/documents/${draft.id}/attachments`, { fileId: newId(), kind: 'main' }),
      as(foreigner)('POST', '/api/documents', draftBody),
      as(foreigner)('POST', '/api/documents', {
        kind: 'recorded',
        unitId: district.id,
        code: '1/QĐ-UBND',
        issuedOn: '2022-01-01',
        subject: 'Khác',
      }),
      as(foreigner)('POST', '/api/documents/incoming', { unitId: district.id, issuerName: 'Bộ Nội vụ', subject: 'Khác' }),
      as(foreignLeader)('POST', `/api/documents/${draft.id}/issue`, { version: 1 }),
      as(foreignLeader)('POST', `/api/documents/${draft.id}/recall`, { version: 1, reason: 'Khác' }),
      as(foreignLeader)('POST', '/api/documents/registers', { unitId: district.id, direction: 'outgoing', year: 2030 }),
      as(foreigner)('GET', `/api/documents/register.xlsx?registerId=${newId()}`),
    ];

    for (const response of await Promise.all(ask)) expect(response.statusCode, response.body).toBe(404);
    expect((await as(reader)('GET', `/api/documents/${draft.id}`)).json()).toMatchObject({
      version: 1,
      state: 'draft',
      bases: [],
      attachments: [],
    });
  });

  it('a reader reads, an officer writes, a leader issues', async () => {
    const { id } = await aDraft(db, { unitId: district.id });

    expect((await as(reader)('POST', '/api/documents', draftBody)).json()).toMatchObject({ status: 403, code: 'platform.forbidden' });
    expect((await as(officer)('POST', `/api/documents/${id}/issue`, { version: 1 })).statusCode).toBe(403);
    expect((await as(leader)('PATCH', `/api/documents/${id}`, { version: 1, subject: 'Khác' })).statusCode).toBe(403);
    expect((await as(null)('GET', '/api/documents')).json()).toMatchObject({ status: 401, code: 'platform.unauthenticated' });
  });

  it('a file of another unit is not attached, and neither is one outside the reach', async () => {
    const { id } = await aDraft(db, { unitId: district.id });
    const [theirs, above] = [
      await storeFile(db, foreigner, files, { name: 'a.pdf', unitId: other.id, content: aPdf('a') }),
      await storeFile(db, provincial, files, { name: 'b.pdf', unitId: province.id, content: aPdf('b') }),
    ];
    const attach = (actor: typeof officer, fileId: string) =>
      as(actor)('POST', `/api/documents/${id}/attachments`, { fileId, kind: 'annex' });

    expect((await attach(officer, theirs.id)).json()).toMatchObject({ status: 404, code: 'platform.not_found' });
    expect((await attach(provincial, above.id)).json()).toMatchObject({ status: 422, code: 'documents.attachment_of_other_unit' });
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown type', { ...draftBody, typeCode: 'poem' }, 'documents.type_unknown'],
    ['a symbol of another type', { ...draftBody, symbol: 'QĐ-UBND' }, 'documents.symbol_of_other_type'],
    [
      'a number that is none',
      { kind: 'recorded', unitId: district.id, code: 'không số', issuedOn: '2022-01-01', subject: 'x' },
      'documents.code_invalid',
    ],
    [
      'a date to come',
      { kind: 'recorded', unitId: district.id, code: '1/QĐ-UBND', issuedOn: '2999-01-01', subject: 'x' },
      'documents.issued_in_future',
    ],
    ['a subject of spaces', { ...draftBody, subject: '   ' }, 'platform.invalid'],
    ['a field that does not exist', { ...draftBody, number: 5 }, 'platform.invalid'],
    ['a kind that does not exist', { ...draftBody, kind: 'magic' }, 'platform.invalid'],
  ])('%s is told in a sentence', async (_, body, code) => {
    const response = await as(officer)('POST', '/api/documents', body);

    expect(response.json()).toMatchObject({ status: 422, code });
    expect(response.json<{ detail: string }>().detail).not.toMatch(/[{}]/);
  });
});
