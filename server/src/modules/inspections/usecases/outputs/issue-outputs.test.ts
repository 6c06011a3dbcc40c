// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { getDocument } from '#modules/documents';
import { type Actor, systemActor } from '#platform/auth/actor';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../../test/database.ts';
import { aFigure, anInspection, answerEverything, type InspectionGiven, versionOf } from '../../../../../test/factories/inspection.ts';
import { declareFigures } from '../field-work/declare-figures.ts';
import { makeStatements } from '../field-work/make-statements.ts';
import { getRound } from '../rounds/get-round.ts';
import { moveRound } from '../rounds/move-round.ts';
import { getVisit } from '../visits/get-visit.ts';
import { moveVisit } from '../visits/move-visit.ts';
import { recordOpinion } from '../visits/unit-report.ts';
import { issueConclusion, issueMinutes } from './issue-outputs.ts';
import { renderConclusion, renderMinutes } from './render-outputs.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-outputs-'));
const files = createFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const everywhere = { roots: null };
const scopeOf = (actor: Actor) => ({ roots: actor.grants.map((grant) => grant.unitId) });

const bytesOf = async (output: Awaited<ReturnType<typeof renderMinutes>>): Promise<Buffer> =>
  output.content instanceof Uint8Array ? Buffer.from(output.content) : buffer(output.content);
const textOf = async (bytes: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;

async function readyToSign(): Promise<InspectionGiven> {
  const given = await anInspection(db, { step: 'on_site' });
  await answerEverything(db, given.visitId);
  await declareFigures(db, systemActor, everywhere, given.visitId, [aFigure({ code: 'communes' })]);
  const strength = {
    kind: 'strength' as const,
    text: 'Dự kiến kiểm tra {{figure:communes}} xã.',
    reformField: 'procedures' as const,
    cause: null,
    severity: null,
    itemId: null,
    paragraph: null,
    addressedTo: null,
  };
  await makeStatements(db, systemActor, everywhere, { visitId: given.visitId }, [strength]);
  await makeStatements(db, systemActor, everywhere, { roundId: given.roundId }, [
    { ...strength, kind: 'conclusion', text: 'Công tác được quan tâm.' },
  ]);
  await moveVisit(db, systemActor, everywhere, given.visitId, {
    to: 'minutes_agreed',
    version: await versionOf(db, given.visitId),
    reason: null,
  });
  await recordOpinion(db, systemActor, everywhere, given.visitId, { version: await versionOf(db, given.visitId), opinion: 'Nhất trí.' });
  return given;
}

test('signed minutes have a number, keep their bytes, and the visit and the round move with them', async () => {
  const given = await readyToSign();
  const { head } = given.actors;

  const issued = await issueMinutes(db, files, head, scopeOf(head), given.visitId, {
    version: await versionOf(db, given.visitId),
    issuedOn: '2022-09-14',
  });
  const first = await renderMinutes(db, files, head, scopeOf(head), given.visitId, 'pdf');
  const [one, two] = [await bytesOf(first), await bytesOf(await renderMinutes(db, files, head, scopeOf(head), given.visitId, 'pdf'))];

  expect(issued).toMatchObject({ number: 1, code: '01/BB-ĐKT', issuedOn: '2022-09-14' });
  expect(first.isFinal).toBe(true);
  expect(one.equals(two)).toBe(true);
  const document = await getDocument(db, everywhere, issued.id);
  expect(document.bases.map((basis) => basis.id).sort()).toEqual([given.planId, given.decisionId].sort());
  expect(document.attachments.map((file) => file.sha256)).toContain(createHash('sha256').update(one).digest('hex'));
  const text = await textOf(one);
  expect(text).toContain('01/BB-ĐKT');
  expect(text).toContain('07/21 (33,33%)');
  expect(text).not.toContain('DỰ THẢO');
  expect(await getVisit(db, systemActor, everywhere, given.visitId)).toMatchObject({
    step: 'minutes_signed',
    signedOn: '2022-09-14',
    minutesDocumentId: issued.id,
  });
  expect((await getRound(db, systemActor, everywhere, given.roundId)).step).toBe('minutes_signed');
});

test('a conclusion is a draft until it is issued, and then always the same bytes', async () => {
  const given = await readyToSign();
  const { head, organiser, officer } = given.actors;
  await issueMinutes(db, files, head, scopeOf(head), given.visitId, {
    version: await versionOf(db, given.visitId),
    issuedOn: '2022-09-14',
  });
  const version = async () => (await getRound(db, systemActor, everywhere, given.roundId)).version;
  await moveRound(db, organiser, scopeOf(organiser), given.roundId, { to: 'team_report', version: await version(), reason: null });

  const draft = await textOf(await bytesOf(await renderConclusion(db, files, organiser, scopeOf(organiser), given.roundId, 'pdf')));
  await expect(renderConclusion(db, files, officer, scopeOf(officer), given.roundId, 'pdf')).rejects.toMatchObject({ kind: 'not_found' });
  const issued = await issueConclusion(db, files, organiser, scopeOf(organiser), given.roundId, {
    version: await version(),
    issuedOn: '2022-10-03',
  });
  const final = await renderConclusion(db, files, officer, scopeOf(officer), given.roundId, 'docx');

  expect(draft).toContain('DỰ THẢO');
  expect(issued.code).toBe(`0${issued.number}/TB-UBND`);
  expect(final.isFinal).toBe(true);
  expect(await bytesOf(final)).toEqual(
    await bytesOf(await renderConclusion(db, files, organiser, scopeOf(organiser), given.roundId, 'docx')),
  );
  const text = await textOf(await bytesOf(await renderConclusion(db, files, organiser, scopeOf(organiser), given.roundId, 'pdf')));
  expect(text).toContain(issued.code);
  expect(text.replace(/\s+/g, ' ')).toContain('Biên bản số 01/BB-ĐKT ngày 14/9/2022 của Đoàn kiểm tra số 9');
  expect(text).toMatch(/Không\s+khớp/);
  expect(await getRound(db, systemActor, everywhere, given.roundId)).toMatchObject({
    step: 'conclusion_issued',
    conclusionIssuedOn: '2022-10-03',
    deadline: { state: 'met' },
  });
});

test('of many who sign at once one gets through, and no number is lost', async () => {
  const given = await readyToSign();
  const { head } = given.actors;
  const version = await versionOf(db, given.visitId);

  const answers = await Promise.allSettled(
    [1, 2, 3].map(() => issueMinutes(db, files, head, scopeOf(head), given.visitId, { version, issuedOn: '2022-09-14' })),
  );

  const fulfilled = answers.filter((answer) => answer.status === 'fulfilled');
  expect(fulfilled).toHaveLength(1);
  expect(fulfilled[0]?.value.number).toBe(1);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'conflict' });
});

test('minutes are not signed before the visit, nor by the secretary', async () => {
  const given = await readyToSign();
  const { head, secretary } = given.actors;
  const version = await versionOf(db, given.visitId);

  await expect(issueMinutes(db, files, head, scopeOf(head), given.visitId, { version, issuedOn: '2022-09-05' })).rejects.toMatchObject({
    code: 'inspections.paper_too_early',
  });
  await expect(issueMinutes(db, files, secretary, scopeOf(secretary), given.visitId, { version })).rejects.toMatchObject({
    code: 'inspections.not_your_step',
  });
  expect(await getVisit(db, systemActor, everywhere, given.visitId)).toMatchObject({ step: 'minutes_agreed', version });
});
