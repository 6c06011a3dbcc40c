// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDocument, aDraft } from '../../../../test/factories/document.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { changeDocument } from './change-document.ts';
import { issueDocument } from './issue-document.ts';
import { addBasis } from './link-documents.ts';
import { findDocumentByCode, getDocument, listDocuments, listDocumentTypes } from './read-documents.ts';
import { recallDocument } from './recall-document.ts';
import { receiveDocument } from './receive-document.ts';
import { recordDocument } from './record-document.ts';
import { seedDocumentTypes } from './seed-document-types.ts';

const { db, pool } = await aDatabase();
const everywhere = { roots: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Điện Biên', authorityName: 'UBND tỉnh Điện Biên' });
const district = await aUnit(db, {
  level: 'district',
  name: 'Huyện Điện Biên',
  authorityName: 'UBND huyện Điện Biên',
  parentId: province.id,
});
await seedDocumentTypes(db);

describe('the types', () => {
  it('are 29 in the order of the decree, entered once', async () => {
    await seedDocumentTypes(db);

    const types = await listDocumentTypes(db);

    expect(types).toHaveLength(29);
    expect(types[1]).toMatchObject({ code: 'decision', name: 'Quyết định', abbreviation: 'QĐ', position: 2, validFrom: '2020-03-05' });
    const { rows } = await pool.query("select count(*)::int as count from audit.entry where action = 'documents.types_entered'");
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('a document from elsewhere', () => {
  it('is recorded with the number it has, its type read from the symbol, and takes no register number', async () => {
    const recorded = await recordDocument(db, systemActor, {
      unitId: province.id,
      code: 'Số: 1367 /QĐ-UBND',
      issuedOn: '2022-08-09',
      subject: 'Thành lập Đoàn kiểm tra cải cách hành chính',
      signerPosition: 'Chủ tịch',
      source: 'real_case',
      paragraph: 3,
    });

    expect(recorded).toMatchObject({ number: 1367, code: '1367/QĐ-UBND', issuedOn: '2022-08-09' });
    expect(await getDocument(db, everywhere, recorded.id)).toMatchObject({
      origin: 'recorded',
      state: 'issued',
      typeCode: 'decision',
      typeName: 'Quyết định',
      symbol: 'QĐ-UBND',
      registerId: null,
      issuerName: 'UBND tỉnh Điện Biên',
      source: 'real_case',
      paragraph: 3,
      version: 1,
    });
  });

  it('is refused a second time, naming the one that is there, also when two arrive at once', async () => {
    const input = { unitId: province.id, code: '88/KH-UBND', issuedOn: '2022-03-01', subject: 'Kế hoạch' };
    const results = await Promise.allSettled([recordDocument(db, systemActor, input), recordDocument(db, systemActor, input)]);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(recordDocument(db, systemActor, { ...input, code: '088/KH-UBND', issuedOn: '2022-05-05' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'documents.number_taken',
      params: { code: '88/KH-UBND', issuedOn: '01/3/2022' },
    });
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'documents.number_taken' } });
  });

  it('may bear the same number in another year, with another symbol or from another issuer', async () => {
    const input = { unitId: province.id, code: '89/KH-UBND', issuedOn: '2022-03-01', subject: 'Kế hoạch' };
    await recordDocument(db, systemActor, input);

    await expect(recordDocument(db, systemActor, { ...input, issuedOn: '2023-03-01' })).resolves.toBeDefined();
    await expect(recordDocument(db, systemActor, { ...input, code: '89/QĐ-UBND' })).resolves.toBeDefined();
    await expect(recordDocument(db, systemActor, { ...input, issuerUnitId: district.id })).resolves.toBeDefined();
    await expect(recordDocument(db, systemActor, { ...input, issuerName: 'UBND tỉnh Lai Châu' })).resolves.toBeDefined();
    await expect(recordDocument(db, systemActor, { ...input, issuerName: 'ubnd TỈNH lai châu' })).rejects.toMatchObject({
      code: 'documents.number_taken',
    });
  });

  it('may be a decree, which is no administrative document and has no type', async () => {
    const { id } = await recordDocument(db, systemActor, {
      unitId: province.id,
      code: '30/2020/NĐ-CP',
      issuedOn: '2020-03-05',
      issuerName: 'Chính phủ',
      subject: 'Về công tác văn thư',
    });

    expect(await getDocument(db, everywhere, id)).toMatchObject({ code: '30/2020/NĐ-CP', typeCode: null, issuerName: 'Chính phủ' });
  });

  it('is found again by its code however it is typed', async () => {
    const decision = await aDocument(db, { unitId: district.id, code: '05/QĐ-UBND', issuedOn: '2021-01-05' });

    expect(await findDocumentByCode(db, 'số 5 / QĐ-UBND', 2021)).toMatchObject({ id: decision.id, code: '05/QĐ-UBND' });
    expect(await findDocumentByCode(db, '05/QĐ-UBND', 2019)).toBeUndefined();
    expect(await findDocumentByCode(db, 'không số', 2021)).toBeUndefined();
  });

  it('can be corrected, and is checked again', async () => {
    const { id } = await aDocument(db, { unitId: district.id, code: '70/BC-UBND', issuedOn: '2021-02-01' });
    await aDocument(db, { unitId: district.id, code: '71/BC-UBND', issuedOn: '2021-02-02' });

    await changeDocument(db, systemActor, everywhere, id, { version: 1, code: '72/BC-UBND', subject: 'Báo cáo kết quả' });

    expect(await getDocument(db, everywhere, id)).toMatchObject({ code: '72/BC-UBND', number: 72, subject: 'Báo cáo kết quả', version: 2 });
    await expect(changeDocument(db, systemActor, everywhere, id, { version: 2, code: '71/BC-UBND' })).rejects.toMatchObject({
      code: 'documents.number_taken',
    });
    await expect(changeDocument(db, systemActor, everywhere, id, { version: 2, issuedOn: '2999-01-01' })).rejects.toMatchObject({
      code: 'documents.issued_in_future',
    });
  });
});

describe('legal bases', () => {
  it('are seen from both sides', async () => {
    const plan = await aDocument(db, { unitId: province.id, code: '1703/KH-UBND', issuedOn: '2022-06-09', subject: 'Kế hoạch kiểm tra' });
    const decision = await aDocument(db, {
      unitId: province.id,
      code: '1368/QĐ-UBND',
      issuedOn: '2022-08-09',
      bases: [{ basedOnId: plan.id, note: 'Kế hoạch năm' }],
    });

    expect((await getDocument(db, everywhere, decision.id)).bases).toMatchObject([
      { id: plan.id, code: '1703/KH-UBND', note: 'Kế hoạch năm', reachable: true },
    ]);
    expect((await getDocument(db, everywhere, plan.id)).dependents).toMatchObject([{ id: decision.id, code: '1368/QĐ-UBND' }]);
  });

  it('are named but not opened where they lie above the reader, and do not show what rests on them elsewhere', async () => {
    const above = await aDocument(db, { unitId: province.id });
    const below = await aDocument(db, { unitId: district.id, bases: [{ basedOnId: above.id }] });
    const scope = { roots: [district.id] };

    expect((await getDocument(db, scope, below.id)).bases).toMatchObject([{ id: above.id, reachable: false }]);
    await expect(getDocument(db, scope, above.id)).rejects.toMatchObject({ kind: 'not_found', code: 'documents.not_found' });
  });

  it('are neither later, nor drafts, nor circular, nor given twice', async () => {
    const [first, second, later] = [
      await aDocument(db, { unitId: province.id }),
      await aDocument(db, { unitId: province.id }),
      await aDocument(db, { unitId: province.id, issuedOn: '2022-09-01' }),
    ];
    const draft = await aDraft(db, { unitId: province.id });
    const add = (documentId: string, basedOnId: string) => addBasis(db, systemActor, everywhere, documentId, { basedOnId });
    await add(first.id, second.id);

    await expect(add(first.id, later.id)).rejects.toMatchObject({ code: 'documents.basis_later' });
    await expect(add(first.id, draft.id)).rejects.toMatchObject({ code: 'documents.basis_not_issued' });
    await expect(add(second.id, first.id)).rejects.toMatchObject({ code: 'documents.basis_circular' });
    await expect(add(first.id, first.id)).rejects.toMatchObject({ code: 'documents.basis_circular' });
    await expect(add(first.id, second.id)).rejects.toMatchObject({ code: 'documents.basis_there' });
  });

  it('hold the date of a document in place', async () => {
    const basis = await aDocument(db, { unitId: province.id, issuedOn: '2022-06-09' });
    const document = await aDocument(db, { unitId: province.id, issuedOn: '2022-08-09', bases: [{ basedOnId: basis.id }] });

    await expect(changeDocument(db, systemActor, everywhere, document.id, { version: 1, issuedOn: '2022-06-01' })).rejects.toMatchObject({
      code: 'documents.basis_later',
    });
    await expect(changeDocument(db, systemActor, everywhere, basis.id, { version: 1, issuedOn: '2022-08-10' })).rejects.toMatchObject({
      code: 'documents.basis_later',
      params: { code: basis.code },
    });
  });
});

describe('a draft', () => {
  it('takes the symbol of its type and unit, and follows a change of type', async () => {
    const { id } = await aDraft(db, { unitId: district.id });
    expect(await getDocument(db, everywhere, id)).toMatchObject({ symbol: 'QĐ-UBND', issuerName: 'UBND huyện Điện Biên', issuedOn: null });

    await changeDocument(db, systemActor, everywhere, id, { version: 1, typeCode: 'official_letter', symbol: 'UBND-NV' });
    await changeDocument(db, systemActor, everywhere, id, { version: 2, typeCode: 'report' });

    expect(await getDocument(db, everywhere, id)).toMatchObject({ symbol: 'BC-UBND-NV', typeName: 'Báo cáo' });
  });

  it('is not saved over a change that came between', async () => {
    const { id } = await aDraft(db, { unitId: district.id });
    await changeDocument(db, systemActor, everywhere, id, { version: 1, subject: 'Bản của người thứ nhất' });

    await expect(changeDocument(db, systemActor, everywhere, id, { version: 1, subject: 'Bản của người thứ hai' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'platform.stale',
      params: { by: 'Hệ thống' },
    });
    await expect(issueDocument(db, systemActor, everywhere, { documentId: id, version: 1, issuedOn: '2022-08-09' })).rejects.toMatchObject({
      code: 'platform.stale',
    });
    expect(await getDocument(db, everywhere, id)).toMatchObject({ subject: 'Bản của người thứ nhất', state: 'draft' });
  });

  it('keeps composed letters', async () => {
    const { id } = await aDraft(db, { unitId: district.id, subject: 'Kiểm tra công tác cải cách hành chính'.normalize('NFD') });

    expect((await getDocument(db, everywhere, id)).subject).toBe('Kiểm tra công tác cải cách hành chính'.normalize('NFC'));
  });
});

describe('an issued document', () => {
  it('is not edited but recalled with a reason, keeps its number, and is replaced by another', async () => {
    const unit = await aUnit(db, { parentId: province.id });
    const { id } = await aDraft(db, { unitId: unit.id });
    const issued = await issueDocument(db, systemActor, everywhere, { documentId: id, issuedOn: '2022-08-09' });

    await expect(changeDocument(db, systemActor, everywhere, id, { version: 2, subject: 'Khác' })).rejects.toMatchObject({
      code: 'documents.field_closed',
      params: { fields: 'subject' },
    });
    await changeDocument(db, systemActor, everywhere, id, { version: 2, copies: 5, handedOverOn: '2022-08-10' });
    await expect(recallDocument(db, systemActor, everywhere, { documentId: id, version: 2, reason: 'Sai' })).rejects.toMatchObject({
      code: 'platform.stale',
    });
    await recallDocument(db, systemActor, everywhere, { documentId: id, version: 3, reason: 'Sai thẩm quyền ký' });
    const replacement = await aDraft(db, { unitId: unit.id, replacesId: id });
    const next = await issueDocument(db, systemActor, everywhere, { documentId: replacement.id, issuedOn: '2022-08-11' });

    const sheet = await getDocument(db, everywhere, id);
    expect(issued.code).toBe('01/QĐ-UBND');
    expect(next.code).toBe('02/QĐ-UBND');
    expect(sheet).toMatchObject({ state: 'recalled', code: '01/QĐ-UBND', recallReason: 'Sai thẩm quyền ký', copies: 5, editable: [] });
    expect(sheet.replacedBy).toMatchObject([{ id: replacement.id, code: '02/QĐ-UBND' }]);
    expect(sheet.history.map(({ action }) => action)).toEqual([
      'documents.draft_created',
      'documents.document_issued',
      'documents.document_changed',
      'documents.document_recalled',
    ]);
    await expect(recallDocument(db, systemActor, everywhere, { documentId: id, version: 4, reason: 'Lần nữa' })).rejects.toMatchObject({
      code: 'documents.recalled',
    });
  });
});

describe('an incoming document', () => {
  const letter = {
    code: '581/BNV-CCHC',
    issuerName: 'Bộ Nội vụ',
    typeCode: 'official_letter',
    subject: 'Chế độ báo cáo',
    issuedOn: '2022-02-15',
    receivedOn: '2022-02-17',
  };

  it('is registered under its own number of arrival, with the moment of acknowledgement', async () => {
    const unit = await aUnit(db, { parentId: province.id });

    const received = await receiveDocument(db, systemActor, everywhere, { ...letter, unitId: unit.id });

    expect(await getDocument(db, everywhere, received.id)).toMatchObject({
      direction: 'incoming',
      registerNumber: 1,
      number: 581,
      code: '581/BNV-CCHC',
      receivedOn: '2022-02-17',
      issuerName: 'Bộ Nội vụ',
      acknowledgedSameDay: false,
    });
    expect(Date.now() - Date.parse(received.acknowledgedAt)).toBeLessThan(60_000);
  });

  it('is acknowledged on the same day where it is registered when it comes', async () => {
    const unit = await aUnit(db, { parentId: province.id });
    const { id } = await receiveDocument(db, systemActor, everywhere, {
      unitId: unit.id,
      issuerName: 'Bộ Nội vụ',
      subject: 'Giấy mời không số',
    });

    expect(await getDocument(db, everywhere, id)).toMatchObject({ code: null, acknowledgedSameDay: true });
  });

  it('is refused a second time at the same unit, naming the number, and taken at another unit', async () => {
    const [unit, other] = [await aUnit(db, { parentId: province.id }), await aUnit(db, { parentId: province.id })];
    await receiveDocument(db, systemActor, everywhere, { ...letter, unitId: unit.id });

    const again = await Promise.allSettled([1, 2].map(() => receiveDocument(db, systemActor, everywhere, { ...letter, unitId: unit.id })));

    for (const result of again)
      expect(result).toMatchObject({ reason: { code: 'documents.already_received', params: { number: 1, receivedOn: '17/02/2022' } } });
    await expect(receiveDocument(db, systemActor, everywhere, { ...letter, unitId: other.id })).resolves.toMatchObject({ number: 1 });
  });

  it('names its issuer', async () => {
    await expect(
      receiveDocument(db, systemActor, everywhere, { ...letter, unitId: province.id, issuerName: undefined }),
    ).rejects.toMatchObject({ code: 'documents.issuer_missing' });
  });
});

describe('the list', () => {
  it('finds words without diacritics in code, subject and issuer, within the scope only', async () => {
    const commune = await aUnit(db, { name: 'Xã Thanh Luông', authorityName: 'UBND xã Thanh Luông', parentId: district.id });
    const { id } = await aDocument(db, { unitId: commune.id, code: '12/BC-UBND', subject: 'Kết quả rà soát đường Đồi Độc Lập' });
    await aDocument(db, { unitId: province.id, subject: 'Kết quả rà soát đường khác' });
    const search = (words: string, scope: { roots: string[] | null } = { roots: [district.id] }) =>
      listDocuments(db, scope, { search: words });

    expect((await search('doi doc lap')).rows).toMatchObject([
      { id, typeName: 'Báo cáo', unitName: 'UBND xã Thanh Luông', attachmentCount: 0 },
    ]);
    expect((await search('LẬP thanh luong 12/bc')).total).toBe(1);
    expect((await search('ket qua ra soat')).total).toBe(1);
    expect((await search('ket qua ra soat', everywhere)).total).toBe(2);
    expect((await search('100%_')).total).toBe(0);
  });

  it('pages with the count of all, filters and sorts in Vietnamese order', async () => {
    const unit = await aUnit(db, { parentId: province.id });
    for (const subject of ['Đề án', 'Ấn chỉ', 'Danh mục', 'Âm lịch', 'Em'])
      await aDocument(db, { unitId: unit.id, subject, issuedOn: '2021-05-05' });
    await aDocument(db, { unitId: unit.id, subject: 'Năm khác', issuedOn: '2020-05-05' });
    const scope = { roots: [unit.id] };

    const page = await listDocuments(db, scope, { year: 2021, sort: 'subject', order: 'asc', offset: 1, limit: 3 });

    expect(page.total).toBe(5);
    expect(page.rows.map(({ subject }) => subject)).toEqual(['Ấn chỉ', 'Danh mục', 'Đề án']);
    expect((await listDocuments(db, scope, { from: '2020-05-05', to: '2020-05-05' })).rows).toMatchObject([{ subject: 'Năm khác' }]);
    expect((await listDocuments(db, scope, { direction: 'incoming' })).total).toBe(0);
    expect((await listDocuments(db, scope, { typeCode: 'decision', state: 'issued' })).total).toBe(6);
  });
});
