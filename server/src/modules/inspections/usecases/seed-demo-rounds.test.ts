// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedHolidays } from '#modules/calendar';
import { figureRunsOf, looseNumbersOf, seedDocumentTypes } from '#modules/documents';
import { findAccountByEmail, resolveActor, seedDemoAccounts } from '#modules/identity';
import { seedUnits } from '#modules/units';
import { systemActor } from '#platform/auth/actor';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../test/database.ts';
import { openRound, openVisit } from './access/open-round.ts';
import { conclusionDocument, minutesDocument, renderConclusion, renderMinutes } from './outputs/render-outputs.ts';
import { getRound } from './rounds/get-round.ts';
import { listRounds } from './rounds/list-rounds.ts';
import { seedChecklist } from './seed-checklist.ts';
import { seedDemoRounds } from './seed-demo-rounds.ts';
import { getVisit } from './visits/get-visit.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-demo-'));
const files = createFileStore(folder);
const everywhere = { roots: null };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reading = (id: string) => getRound(db, systemActor, everywhere, id, '2022-09-20');
const visiting = (id: string) => getVisit(db, systemActor, everywhere, id, '2022-09-20');

let dienBien: Awaited<ReturnType<typeof reading>>;
let muongCha: Awaited<ReturnType<typeof reading>>;
let tookMs = 0;

beforeAll(async () => {
  await seedUnits(db);
  await seedHolidays(db);
  await seedDocumentTypes(db);
  await seedChecklist(db);
  await seedDemoAccounts(db, async () => 'x', 'mat-khau-thu-1');
  const started = performance.now();
  await seedDemoRounds(db, files);
  tookMs = performance.now() - started;
  const { rows } = await listRounds(db, systemActor, everywhere);
  const idOf = (team: string): string => rows.find((round) => round.teamName === team)!.id;
  dienBien = await reading(idOf('Đoàn kiểm tra số 2'));
  muongCha = await reading(idOf('Đoàn kiểm tra số 1'));
});

test('the demonstration is entered quickly, and only once', async () => {
  expect(tookMs).toBeLessThan(6_000);

  await seedDemoRounds(db, files);

  expect((await listRounds(db, systemActor, everywhere)).total).toBe(2);
});

test('the round of huyện Điện Biên has its documents, days, team and eight units', () => {
  expect(dienBien).toMatchObject({ step: 'minutes_signed', startsOn: '2022-09-06', endsOn: '2022-09-13', meetingOn: '2022-09-14' });
  expect(dienBien.plan).toMatchObject({ code: '1703/KH-UBND', issuedOn: '2022-06-09' });
  expect(dienBien.decision).toMatchObject({ code: '1367/QĐ-UBND', issuedOn: '2022-08-09' });
  expect(dienBien.team.filter((member) => member.role === 'head').map((member) => member.position)).toEqual([
    'Phó Chánh Văn phòng UBND tỉnh',
  ]);
  expect(dienBien.visits.map((visit) => [visit.kind, visit.illustrative])).toEqual([['main', false], ...Array(7).fill(['commune', true])]);
  expect(dienBien.deadline).toMatchObject({
    dueOn: '2022-10-04',
    state: 'running',
    rule: { citation: 'Thông tư 02/2017/TT-VPCP, Điều 46' },
  });
});

test('each team is led by its own head alone, and its seats are those of the demonstration accounts', async () => {
  const seen = async (email: string, id: string) => {
    const actor = await resolveActor(db, (await findAccountByEmail(db, email)) ?? '');
    if (!actor) throw new Error(email);
    return (await getRound(db, actor, { roots: actor.grants.map((grant) => grant.unitId) }, id, '2022-09-20')).capacities;
  };

  expect(await seen('truongdoan@dienbien.demo', dienBien.id)).toEqual(['head']);
  expect(await seen('truongdoan@dienbien.demo', muongCha.id)).toEqual([]);
  expect(await seen('truongdoan1@dienbien.demo', muongCha.id)).toEqual(['head']);
  expect(await seen('truongdoan1@dienbien.demo', dienBien.id)).toEqual([]);
  expect(await seen('thuky@dienbien.demo', dienBien.id)).toEqual(['secretary']);
  expect(await seen('thanhvien.tthc@dienbien.demo', dienBien.id)).toEqual(['member']);
  expect(await seen('cchc.snv@dienbien.demo', muongCha.id)).toEqual(['organiser', 'member']);
});

test('coverage is counted from lists: 7 of 21 communes visited, 5 of 11 agencies and 7 of 21 communes planned', async () => {
  const main = await visiting(dienBien.visits[0]!.id);

  expect(dienBien.coverage).toMatchObject([{ numerator: 7, denominator: 21, percent: '33.33' }]);
  expect(main.selfInspection).toMatchObject({
    agencies: { numerator: 5, denominator: 11, percent: '45.45' },
    communes: { numerator: 7, denominator: 21, percent: '33.33' },
  });
  expect(main.selfInspection?.communes.covered).toHaveLength(7);
  expect(main.selfInspection?.communes.uncovered).toHaveLength(14);
});

test('one declared percentage of huyện Điện Biên cannot be right, and two counts contradict a third', async () => {
  const main = await visiting(dienBien.visits[0]!.id);
  const standing = (status: string) => main.figures.filter((figure) => figure.status === status);
  const [wrong, asked] = [standing('inconsistent'), standing('unclear')];

  expect(main.figures).toHaveLength(18);
  expect(wrong.map((figure) => figure.code)).toEqual(['self_communes']);
  expect(asked.map((figure) => figure.code)).toEqual(['dossiers_on_time', 'dossiers_late']);
  expect(dienBien.visits[0]).toMatchObject({ inconsistentFigures: 1, unclearFigures: 2 });
  expect(wrong[0]?.recomputation.message).toBe('07/21 là 33,33 %, văn bản ghi 30 %.');
  expect(asked[0]?.recomputation.message).toMatch(/^5\.126 \+ 64 = 5\.190, .*ba nhóm riêng/);
  expect(main.figures.find((figure) => figure.code === 'dossiers_early')?.recomputation).toMatchObject({
    verdict: 'consistent',
    percent: '95.47',
  });
  expect(main.claims.find((claim) => claim.numerator === 7 && claim.denominator === 21)).toMatchObject({
    verdict: 'inconsistent',
    message: '07/21 là 33,33 %, văn bản ghi 30 %.',
  });
  expect(main.claims.some((claim) => claim.verdict === 'question')).toBe(true);
});

test('every statement and figure of huyện Điện Biên names its paragraph of the source', async () => {
  const main = await visiting(dienBien.visits[0]!.id);

  expect(
    [...main.figures, ...main.statements, ...main.recommendations, ...dienBien.statements].filter((one) => one.paragraph === null),
  ).toEqual([]);
  expect(new Set([...main.statements, ...main.recommendations, ...dienBien.statements].map((one) => one.paragraph))).toEqual(
    new Set([2, 3, 4, 5, 6, 7, 8]),
  );
});

test('the dossiers of huyện Mường Chà add up', async () => {
  const main = await visiting(muongCha.visits[0]!.id);
  const total = main.figures.find((figure) => figure.code === 'dossiers_total')!;

  expect(muongCha).toMatchObject({ step: 'team_report', deadline: { dueOn: '2022-10-27' } });
  expect(total.recomputation).toMatchObject({
    verdict: 'consistent',
    sum: '25718',
    message: '18.254 + 7.139 + 94 + 231 = 25.718, khớp với tổng của văn bản.',
  });
});

test('every number that a paper prints leads to a stored figure', async () => {
  for (const round of [dienBien, muongCha]) {
    const stored = new Set<string>();
    const papers = [await conclusionDocument(db, await openRound(db, systemActor, everywhere, round.id))];
    for (const { id } of round.visits) {
      const access = await openVisit(db, systemActor, everywhere, id);
      const sheet = await visiting(id);
      papers.push(await minutesDocument(db, access));
      for (const figure of sheet.figures) stored.add(figure.id);
      for (const field of sheet.fields)
        for (const kind of ['items', 'met', 'partly', 'unmet', 'unjudged']) stored.add(`${id}:${field.code}:${kind}`);
    }

    for (const paper of papers) {
      expect(looseNumbersOf(paper)).toEqual([]);
      expect(figureRunsOf(paper).filter((run) => !stored.has(run.figureId))).toEqual([]);
    }
    expect(papers.flatMap((paper) => figureRunsOf(paper)).length).toBeGreaterThan(40);
  }
});

test('minutes and conclusion come as Word and PDF, and say that they are drafts', async () => {
  const [notice, minutes] = [
    await renderConclusion(db, files, systemActor, everywhere, dienBien.id, 'pdf'),
    await renderMinutes(db, files, systemActor, everywhere, dienBien.visits[0]!.id, 'docx'),
  ];

  expect(
    Buffer.from(notice.content as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(
    Buffer.from(minutes.content as Uint8Array)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await conclusionDocument(db, await openRound(db, systemActor, everywhere, dienBien.id))).stage).toBe('draft');
});
