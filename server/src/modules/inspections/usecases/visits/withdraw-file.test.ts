// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#platform/auth/actor';
import { storeFile } from '#platform/files/file-records';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../../test/database.ts';
import { anInspection, answerEverything, type InspectionGiven } from '../../../../../test/factories/inspection.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { inspectionsModule } from '../../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [inspectionsModule()] });
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-withdrawn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aFile = (unitId: string, name: string) =>
  storeFile(db, systemActor, createFileStore(folder), { name, unitId, content: Buffer.from('Tệp nhầm') });
const visitOf = (given: InspectionGiven, what = ''): string => `/api/inspections/visits/${given.visitId}${what}`;
const roundOf = (given: InspectionGiven, what = ''): string => `/api/inspections/rounds/${given.roundId}${what}`;
const read = async (actor: Actor, path: string) => (await as(actor)('GET', path)).json();

describe('a file linked by mistake', () => {
  test('is taken off the report while the unit may still change it; it stays in the history with the reason', async () => {
    const given = await anInspection(db, { step: 'announced' });
    const { officer } = given.actors;
    const file = await aFile(given.district.id, 'nham.txt');
    await as(officer)('PUT', visitOf(given, '/report'), {
      version: (await read(officer, visitOf(given))).version,
      text: null,
      fileId: file.id,
    });
    const { version } = await read(officer, visitOf(given));
    const body = { kind: 'report', fileId: file.id, version, reason: 'Nộp nhầm báo cáo quý' };

    const taken = await as(officer)('POST', visitOf(given, '/files/withdraw'), body);

    expect([taken.statusCode, taken.json()]).toMatchObject([
      200,
      {
        reportFileId: null,
        withdrawnLinks: [{ kind: 'report', label: 'nham.txt', reason: 'Nộp nhầm báo cáo quý', actorName: officer.name }],
      },
    ]);
    expect((await as(officer)('POST', visitOf(given, '/files/withdraw'), { ...body, version: version + 1 })).json()).toMatchObject({
      code: 'inspections.link_not_there',
    });
  });

  test('is taken off the evidence of an item with a reason; without one it is not dropped in passing', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { head, member, leader } = given.actors;
    const file = await aFile(given.district.id, 'bang-chung.txt');
    const [item] = (await read(head, visitOf(given))).fields[0].items;
    const answer = (version: number | null, fileIds: string[]) => ({
      answers: [{ itemId: item.id, version, verdict: 'meets', fileIds }],
    });
    await as(member)('PUT', visitOf(given, '/answers'), answer(null, [file.id]));

    const dropped = await as(member)('PUT', visitOf(given, '/answers'), answer(1, []));
    const body = { kind: 'evidence', fileId: file.id, itemId: item.id, version: 1, reason: 'Tệp của đơn vị khác' };
    const taken = await as(member)('POST', visitOf(given, '/files/withdraw'), body);

    expect([dropped.statusCode, dropped.json().code]).toEqual([422, 'inspections.withdrawal_reason_missing']);
    expect([taken.statusCode, taken.json().fields[0].items[0].answer]).toMatchObject([200, { files: [], version: 2 }]);
    expect(taken.json().withdrawnLinks).toMatchObject([{ kind: 'evidence', itemCode: item.code, label: 'bang-chung.txt' }]);
    expect((await read(leader, visitOf(given))).withdrawnLinks).toEqual([]);
    expect((await as(leader)('POST', visitOf(given, '/files/withdraw'), body)).statusCode).toBe(403);
  });

  test('is closed with the agreed minutes', async () => {
    const given = await anInspection(db, { step: 'on_site' });
    const { head } = given.actors;
    await answerEverything(db, given.visitId);
    const { version } = await read(head, visitOf(given));
    await as(head)('POST', visitOf(given, '/move'), { to: 'minutes_agreed', version });
    const file = await aFile(given.district.id, 'muon.txt');
    const [item] = (await read(head, visitOf(given))).fields[0].items;

    const refused = await as(head)('POST', visitOf(given, '/files/withdraw'), {
      kind: 'evidence',
      fileId: file.id,
      itemId: item.id,
      version: 1,
      reason: 'Muộn',
    });

    expect(refused.json()).toMatchObject({ code: 'inspections.not_at_this_step' });
  });
});

describe('a legal basis of a round', () => {
  test('is taken off with a reason while the round is planned, by its organiser', async () => {
    const given = await anInspection(db, { step: 'planned' });
    const { organiser, head } = given.actors;
    const { version, decision } = await read(organiser, roundOf(given));
    const body = { kind: 'decision', version, reason: 'Gắn nhầm quyết định' };

    expect((await as(head)('POST', roundOf(given, '/bases/withdraw'), body)).json()).toMatchObject({ code: 'inspections.not_your_part' });
    const taken = await as(organiser)('POST', roundOf(given, '/bases/withdraw'), body);

    expect([taken.statusCode, taken.json()]).toMatchObject([
      200,
      {
        decision: null,
        decisionDocumentId: null,
        planDocumentId: given.planId,
        withdrawnLinks: [{ kind: 'decision', label: decision.code, reason: 'Gắn nhầm quyết định' }],
      },
    ]);
    expect((await as(organiser)('POST', roundOf(given, '/bases/withdraw'), { ...body, version: version + 1 })).statusCode).toBe(404);
  });

  test('of a decided round stays', async () => {
    const given = await anInspection(db, { step: 'decided' });
    const { organiser } = given.actors;
    const { version } = await read(organiser, roundOf(given));

    const refused = await as(organiser)('POST', roundOf(given, '/bases/withdraw'), { kind: 'plan', version, reason: 'Nhầm' });

    expect([refused.statusCode, refused.json().code]).toEqual([409, 'inspections.basis_fixed']);
  });

  test('may be a plan that the province issued, for a round of a district', async () => {
    const given = await anInspection(db, { step: 'planned' });
    const district = anActor('par_officer', given.district.id);
    const body = { title: 'Kiểm tra cấp xã', year: 2022, form: 'planned', organisingUnitId: given.district.id, teamName: 'Đoàn huyện' };

    const created = await as(district)('POST', '/api/inspections/rounds', { ...body, planDocumentId: given.planId });
    const stranger = await as(anActor('par_officer', given.otherDistrict.id))('POST', '/api/inspections/rounds', {
      ...body,
      organisingUnitId: given.otherDistrict.id,
      planDocumentId: given.roundId,
    });

    expect(created.statusCode).toBe(201);
    expect((await read(district, `/api/inspections/rounds/${created.json().id}`)).plan).toMatchObject({ id: given.planId });
    expect(stranger.json()).toMatchObject({ code: 'inspections.document_unknown' });
  });
});
