// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { storeFile } from '#platform/files/file-records';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../test/database.ts';
import { aDocument, aDraft } from '../../../../test/factories/document.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { documentsModule } from '../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [documentsModule()] });
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-links-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let unit: UnitGiven;

beforeAll(async () => {
  unit = await aUnit(db, { level: 'district' });
});

const officer = () => anActor('par_officer', unit.id);
const send = (path: string, body: object) => as(officer())('POST', `/api/documents/${path}`, body);
const sheet = async (id: string) => (await as(officer())('GET', `/api/documents/${id}`)).json();
const aFile = () =>
  storeFile(db, systemActor, createFileStore(folder), { name: 'nham.txt', unitId: unit.id, content: Buffer.from('Tệp nhầm') });

describe('a wrong legal basis', () => {
  test('is taken off a draft with a reason, stays in the history, and can be named again', async () => {
    const draft = await aDraft(db, { unitId: unit.id });
    const basis = await aDocument(db, { unitId: unit.id });
    await send(`${draft.id}/bases`, { basedOnId: basis.id });

    const taken = await send(`${draft.id}/bases/withdraw`, { basedOnId: basis.id, reason: 'Gắn nhầm văn bản' });

    expect([taken.statusCode, taken.json()]).toMatchObject([
      200,
      {
        bases: [],
        withdrawn: [{ kind: 'basis', label: basis.code, reason: 'Gắn nhầm văn bản', by: expect.stringContaining('par_officer') }],
      },
    ]);
    expect((await sheet(basis.id)).dependents).toEqual([]);
    expect((await sheet(draft.id)).history.at(-1)).toMatchObject({ action: 'documents.basis_withdrawn' });
    expect((await send(`${draft.id}/bases`, { basedOnId: basis.id })).json().bases).toMatchObject([{ id: basis.id }]);
  });

  test('no longer makes a circle', async () => {
    const [first, second] = [await aDraft(db, { unitId: unit.id }), await aDocument(db, { unitId: unit.id })];
    await send(`${first.id}/bases`, { basedOnId: second.id });
    await send(`${first.id}/bases/withdraw`, { basedOnId: second.id, reason: 'Nhầm' });
    await send(`${first.id}/issue`, { version: 1, issuedOn: '2022-08-01' });

    expect((await send(`${second.id}/bases`, { basedOnId: first.id })).statusCode).toBe(201);
  });

  test('of an issued document is part of what was signed; of an entry about another’s it is ours to correct', async () => {
    const basis = await aDocument(db, { unitId: unit.id, issuedOn: '2022-01-05' });
    const issued = await aDraft(db, { unitId: unit.id });
    await send(`${issued.id}/bases`, { basedOnId: basis.id });
    await send(`${issued.id}/issue`, { version: 1, issuedOn: '2022-08-02' });
    const recorded = await aDocument(db, { unitId: unit.id, bases: [{ basedOnId: basis.id }] });
    const body = { basedOnId: basis.id, reason: 'Nhầm' };

    const refused = await send(`${issued.id}/bases/withdraw`, body);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'documents.links_fixed']);
    expect((await send(`${recorded.id}/bases/withdraw`, body)).statusCode).toBe(200);
  });

  test('needs its reason, and is there to be taken off', async () => {
    const draft = await aDraft(db, { unitId: unit.id });
    const basis = await aDocument(db, { unitId: unit.id });

    expect((await send(`${draft.id}/bases/withdraw`, { basedOnId: basis.id, reason: ' ' })).statusCode).toBe(422);
    expect((await send(`${draft.id}/bases/withdraw`, { basedOnId: basis.id, reason: 'Nhầm' })).json()).toMatchObject({
      code: 'documents.basis_not_there',
    });
  });
});

describe('a wrong file', () => {
  test('is taken off with a reason; the file itself stays, and may be attached again', async () => {
    const draft = await aDraft(db, { unitId: unit.id });
    const file = await aFile();
    const { id } = (await send(`${draft.id}/attachments`, { fileId: file.id, kind: 'annex' })).json();

    const taken = await send(`${draft.id}/attachments/withdraw`, { attachmentId: id, reason: 'Tệp của văn bản khác' });

    expect(taken.json()).toMatchObject({
      attachments: [],
      withdrawn: [{ kind: 'attachment', label: 'nham.txt', reason: 'Tệp của văn bản khác' }],
    });
    expect((await as(officer())('GET', '/api/documents?search=du%20thao')).json().rows).toContainEqual(
      expect.objectContaining({ id: draft.id, attachmentCount: 0 }),
    );
    expect((await send(`${draft.id}/attachments`, { fileId: file.id, kind: 'annex' })).statusCode).toBe(201);
    expect((await send(`${draft.id}/attachments/withdraw`, { attachmentId: id, reason: 'Nữa' })).json()).toMatchObject({
      code: 'documents.attachment_not_there',
    });
  });

  test('of an issued or recalled document stays', async () => {
    const draft = await aDraft(db, { unitId: unit.id });
    const file = await aFile();
    const { id } = (await send(`${draft.id}/attachments`, { fileId: file.id, kind: 'main' })).json();
    await send(`${draft.id}/issue`, { version: 1, issuedOn: '2022-08-03' });
    const body = { attachmentId: id, reason: 'Nhầm' };

    expect((await send(`${draft.id}/attachments/withdraw`, body)).json()).toMatchObject({ code: 'documents.links_fixed' });
    await send(`${draft.id}/recall`, { version: 2, reason: 'Sai thẩm quyền' });
    expect((await send(`${draft.id}/attachments/withdraw`, body)).json()).toMatchObject({ code: 'documents.recalled' });
  });
});
