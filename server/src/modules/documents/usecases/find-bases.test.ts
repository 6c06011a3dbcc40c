// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDocument, aDraft } from '../../../../test/factories/document.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { documentsModule } from '../module.ts';
import { recallDocument } from './recall-document.ts';
import { receiveDocument } from './receive-document.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [documentsModule()] });
let province: UnitGiven;
let district: UnitGiven;
let beside: UnitGiven;
let decision: { id: string; code: string };

beforeAll(async () => {
  province = await aUnit(db, { level: 'province', authorityName: 'UBND tỉnh Thử' });
  district = await aUnit(db, { level: 'district', parentId: province.id });
  beside = await aUnit(db, { level: 'district', parentId: province.id });
  decision = await aDocument(db, { unitId: province.id, code: '1367/QĐ-UBND', subject: 'Thành lập Đoàn kiểm tra' });
});

const officer = () => anActor('unit_officer', district.id);
const found = async (query = '') =>
  (await as(officer())('GET', `/api/documents/legal-bases?${query}`)).json<{ rows: { id: string; reachable: boolean }[] }>().rows;
const ids = async (query = '') => (await found(query)).map(({ id }) => id);

describe('a legal basis from above', () => {
  test('is found by number and words without diacritics, with nothing but how it is cited', async () => {
    expect(await found('search=1367')).toEqual([
      {
        id: decision.id,
        code: '1367/QĐ-UBND',
        typeName: 'Quyết định',
        issuedOn: '2022-08-09',
        issuerName: 'UBND tỉnh Thử',
        subject: 'Thành lập Đoàn kiểm tra',
        reachable: false,
      },
    ]);
    expect(await ids('search=doan%20kiem%20tra')).toEqual([decision.id]);
    expect(await ids('until=2022-08-08')).not.toContain(decision.id);
  });

  test('is linked to a document of the own unit and named there, and stays shut itself', async () => {
    const draft = await aDraft(db, { unitId: district.id });

    const linked = await as(officer())('POST', `/api/documents/${draft.id}/bases`, { basedOnId: decision.id });

    expect([linked.statusCode, linked.json().bases]).toMatchObject([201, [{ code: '1367/QĐ-UBND', reachable: false }]]);
    expect((await as(officer())('GET', `/api/documents/${decision.id}`)).statusCode).toBe(404);
    expect((await as(officer())('GET', '/api/documents?search=1367')).json()).toMatchObject({ total: 0 });
  });

  test('is neither a draft, nor recalled, nor a letter, nor what arrived there', async () => {
    const before = await ids();
    await aDraft(db, { unitId: province.id });
    await aDocument(db, { unitId: province.id, code: '77/BB-UBND', typeCode: 'minutes' });
    await aDocument(db, { unitId: province.id, code: '78/UBND-NC', typeCode: 'official_letter' });
    await receiveDocument(
      db,
      anActor('par_officer', province.id),
      { roots: [province.id] },
      {
        unitId: province.id,
        code: '79/QĐ-BNV',
        issuedOn: '2022-08-01',
        receivedOn: '2022-08-05',
        issuerName: 'Bộ Nội vụ',
        subject: 'Thử',
      },
    );
    const recalled = await aDocument(db, { unitId: province.id });
    await recallDocument(
      db,
      anActor('par_officer', province.id),
      { roots: [province.id] },
      {
        documentId: recalled.id,
        version: 1,
        reason: 'Sai',
      },
    );

    expect(await ids()).toEqual(before);
  });

  test('is not what a unit beside or below issued; the own ones are told with their sheet', async () => {
    const [own, other] = [await aDocument(db, { unitId: district.id }), await aDocument(db, { unitId: beside.id })];
    const commune = await aUnit(db, { parentId: beside.id });
    const below = await aDocument(db, { unitId: commune.id });

    const rows = await found();

    expect(rows.find(({ id }) => id === own.id)).toMatchObject({ reachable: true });
    expect(rows.map(({ id }) => id)).not.toContain(other.id);
    expect(rows.map(({ id }) => id)).not.toContain(below.id);
    const draft = await aDraft(db, { unitId: district.id });
    expect((await as(officer())('POST', `/api/documents/${draft.id}/bases`, { basedOnId: other.id })).statusCode).toBe(404);
  });

  test('a few at a time', async () => {
    expect((await as(officer())('GET', '/api/documents/legal-bases?limit=51')).statusCode).toBe(422);
    expect(await ids('limit=1')).toHaveLength(1);
  });
});
