// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { findDocumentByCode, recordDocument } from '#modules/documents';
import { findAccountByEmail } from '#modules/identity';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import { selectVersions } from '../data/checklists.repo.ts';
import { findRound, findRoundByMark } from '../data/rounds.repo.ts';
import { inspectionsDb } from '../data/tables.ts';
import type { RoundStep } from '../domain/vocabulary.ts';
import { type DemoRound, demoUnitId, readDemoRound } from './demo-file.ts';
import { makeStatements } from './field-work/make-statements.ts';
import { moveRound } from './rounds/move-round.ts';
import { createRound } from './rounds/save-round.ts';
import { setTeam } from './rounds/set-team.ts';
import { type DemoContext, inspectDemoVisit, openDemoVisit } from './seed-demo-visits.ts';

const everywhere = { roots: null } as const;
const demoFiles = ['demo-dien-bien-2022.json', 'demo-muong-cha-2022.json'] as const;

/** Two real inspections of 2022 as a demonstration; each is entered once, through the same use cases that people use. */
export async function seedDemoRounds(db: Db, files: FileStore): Promise<void> {
  for (const name of demoFiles) {
    const demo = await readDemoRound(name);
    if (await findRoundByMark(inspectionsDb(db), demo.mark)) continue;
    await inTransaction(db, (tx) => seedRound(tx, files, demo));
  }
}

async function seedRound(tx: Transaction<unknown>, files: FileStore, demo: DemoRound): Promise<void> {
  const documentIds = await recordDocuments(tx, demo);
  const roundId = await planRound(tx, demo, documentIds);
  const context: DemoContext = { tx, files, demo, roundId, documentIds, checklistId: await currentChecklist(tx) };
  await move(tx, roundId, 'decided');
  const visits = [];
  for (const visit of demo.visits) visits.push({ visit, id: await openDemoVisit(context, visit) });
  await move(tx, roundId, 'announced');
  for (const { visit, id } of visits) await inspectDemoVisit(context, visit, id);
  const conclusions = demo.conclusions.map(({ item: _item, ...statement }) => ({ ...statement, itemId: null }));
  if (conclusions.length > 0) await makeStatements(tx, systemActor, everywhere, { roundId }, conclusions);
  if (demo.finalStep === 'team_report') await move(tx, roundId, 'team_report');
  await recordAudit(tx, systemActor, {
    action: 'inspections.demo_entered',
    subject: ['round', roundId],
    unitId: null,
    data: { mark: demo.mark, note: demo.note },
  });
}

async function planRound(tx: Transaction<unknown>, demo: DemoRound, documentIds: ReadonlyMap<string, string>): Promise<string> {
  const { plan, decision, organisingUnit, ...round } = demo.round;
  const { id } = await createRound(tx, systemActor, everywhere, {
    ...round,
    planDocumentId: documentIds.get(plan) ?? null,
    decisionDocumentId: documentIds.get(decision) ?? null,
    previousRoundId: null,
    organisingUnitId: await demoUnitId(tx, organisingUnit, round.startsOn),
    checklistVersionId: await currentChecklist(tx),
    mark: demo.mark,
  });
  const members = [];
  for (const { unit, account, ...member } of demo.team) {
    const accountId = account === null ? null : ((await findAccountByEmail(tx, account)) ?? null);
    members.push({ ...member, accountId, name: null, unitId: await demoUnitId(tx, unit, round.startsOn) });
  }
  await setTeam(tx, systemActor, everywhere, id, { version: 1, members });
  return id;
}

async function recordDocuments(tx: Transaction<unknown>, demo: DemoRound): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, code, issuedOn, unit, subject, paragraph } of demo.documents) {
    const keeper = await demoUnitId(tx, unit, issuedOn);
    const known = await findDocumentByCode(tx, code, Number(issuedOn.slice(0, 4)), keeper);
    const { id } =
      known ??
      (await recordDocument(tx, systemActor, {
        unitId: keeper,
        code,
        issuedOn,
        issuerUnitId: keeper,
        subject,
        source: 'real_case',
        sourceNote: demo.sourceNote,
        paragraph,
      }));
    ids.set(key, id);
  }
  return ids;
}

async function move(tx: Transaction<unknown>, roundId: string, to: RoundStep): Promise<void> {
  const round = await findRound(inspectionsDb(tx), { roots: null, actorId: systemActor.id }, roundId);
  await moveRound(tx, systemActor, everywhere, roundId, { to, version: round?.version ?? 0, reason: null });
}

async function currentChecklist(tx: Transaction<unknown>): Promise<string> {
  const published = (await selectVersions(inspectionsDb(tx))).find((version) => version.state === 'published');
  if (!published) throw new Error('the demonstration needs a published checklist');
  return published.id;
}
