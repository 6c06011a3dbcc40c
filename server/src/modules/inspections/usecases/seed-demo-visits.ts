// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import { insertAnswers } from '../data/answers.repo.ts';
import { findRound } from '../data/rounds.repo.ts';
import { inspectionsDb } from '../data/tables.ts';
import { findVisit } from '../data/visits.repo.ts';
import type { VisitStep } from '../domain/vocabulary.ts';
import { itemsOf } from './access/step-facts.ts';
import { type DemoRound, type DemoVisit, demoUnitId, readDemoFile } from './demo-file.ts';
import { countFigure, declareFigures } from './field-work/declare-figures.ts';
import { makeStatements } from './field-work/make-statements.ts';
import { recommend } from './field-work/recommend.ts';
import { moveVisit } from './visits/move-visit.ts';
import { setSelfInspections } from './visits/self-inspection.ts';
import { addVisit, planVisit } from './visits/set-visits.ts';
import { handInReport, recordOpinion } from './visits/unit-report.ts';

const everywhere = { roots: null } as const;

export type DemoContext = {
  readonly tx: Transaction<unknown>;
  readonly files: FileStore;
  readonly demo: DemoRound;
  readonly roundId: string;
  readonly documentIds: ReadonlyMap<string, string>;
  readonly checklistId: string;
};

/** Adds the unit of a demonstration visit to its round, with day, timetable and attendance. */
export async function openDemoVisit({ tx, roundId }: DemoContext, visit: DemoVisit): Promise<string> {
  const { kind, visitOn, visitTo, place, reformFields, illustrative } = visit;
  const unit = await demoUnitId(tx, visit.unit, visitOn);
  const { id } = await addVisit(tx, systemActor, everywhere, roundId, {
    unitId: unit,
    kind,
    visitOn,
    visitTo,
    place,
    reformFields,
    illustrative,
  });
  if (visit.timetable.length > 0 || visit.representatives.length > 0) {
    const representatives = visit.representatives.map(({ position }) => ({ name: null, position }));
    await planVisit(tx, systemActor, everywhere, id, { version: 1, timetable: visit.timetable, representatives });
  }
  return id;
}

/** Takes a demonstration visit from its report to minutes that were signed on paper. */
export async function inspectDemoVisit(context: DemoContext, visit: DemoVisit, id: string): Promise<void> {
  const figureIds = await declare(context, visit, id);
  await moveOn(context, id, 'unit_reported');
  await moveOn(context, id, 'on_site');
  for (const [at, { counted }] of visit.figures.entries()) {
    if (counted) await countFigure(context.tx, systemActor, everywhere, figureIds[at] ?? '', { ...counted, denominator: null });
  }
  const items = await answer(context, visit, id);
  const { tx } = context;
  const statements = visit.statements.map(({ item, ...statement }) => ({
    ...statement,
    itemId: item === null ? null : (items.get(item) ?? null),
  }));
  if (statements.length > 0) await makeStatements(tx, systemActor, everywhere, { visitId: id }, statements);
  for (const recommendation of visit.recommendations) {
    await recommend(tx, systemActor, everywhere, id, { ...recommendation, dueOn: context.demo.dueOn, note: context.demo.dueNote });
  }
  await recordOpinion(tx, systemActor, everywhere, id, { version: await versionOf(context, id), opinion: visit.opinion });
  await moveOn(context, id, 'minutes_agreed');
  await moveOn(context, id, 'minutes_signed', visit.signedOn);
}

/** Report, figures and plan of self-inspections as the unit declares them; answers the ids of the figures, in their order. */
async function declare(context: DemoContext, visit: DemoVisit, id: string): Promise<readonly string[]> {
  const { tx, files, documentIds, demo } = context;
  if (visit.reportFile !== null) {
    const bytes = await readDemoFile(visit.reportFile);
    const file = await storeFile(tx, systemActor, files, {
      name: visit.reportFile,
      unitId: await demoUnitId(tx, visit.unit, visit.visitOn),
      content: bytes,
    });
    await handInReport(tx, systemActor, everywhere, id, {
      version: await versionOf(context, id),
      text: new TextDecoder().decode(bytes),
      fileId: file.id,
    });
  }
  let ids: readonly string[] = [];
  if (visit.figures.length > 0) {
    const figures = visit.figures.map(({ document, counted: _counted, ...figure }) => ({
      ...figure,
      evidenceFileId: null,
      documentId: document === null ? null : (documentIds.get(document) ?? null),
    }));
    ({ ids } = await declareFigures(tx, systemActor, everywhere, id, figures));
  }
  if (visit.selfInspections.length > 0) {
    const units = [];
    for (const code of visit.selfInspections) units.push({ unitId: await demoUnitId(tx, code, demo.round.startsOn), illustrative: true });
    await setSelfInspections(tx, systemActor, everywhere, id, { version: await versionOf(context, id), units });
  }
  return ids;
}

/** Every item gets an answer: those of the source with its paragraph, the others marked as not told by it. Verdicts are a reading of the source, so all carry the mark. */
async function answer({ tx, demo, roundId }: DemoContext, visit: DemoVisit, id: string): Promise<Map<string, string>> {
  const own = inspectionsDb(tx);
  const round = await findRound(own, { roots: null, actorId: systemActor.id }, roundId);
  if (!round) throw new Error('the demonstration lost its round');
  const items = await itemsOf(tx, round, visit);
  const told = new Map(visit.answers.map((one) => [one.item, one]));
  const answers = items.map((item) => {
    const one = told.get(item.code);
    return {
      itemId: item.id,
      verdict: one?.verdict ?? ('not_applicable' as const),
      note: one?.note ?? demo.unansweredNote,
      illustrative: true,
      paragraph: one?.paragraph ?? null,
    };
  });
  await insertAnswers(own, id, systemActor, answers);
  await recordAudit(tx, systemActor, {
    action: 'inspections.answers_imported',
    subject: ['visit', id],
    unitId: null,
    data: { answers: answers.length, told: told.size },
  });
  return new Map(items.map((item) => [item.code, item.id]));
}

async function moveOn(context: DemoContext, id: string, to: VisitStep, paperSignedOn: string | null = null): Promise<void> {
  await moveVisit(context.tx, systemActor, everywhere, id, { to, version: await versionOf(context, id), reason: null, paperSignedOn });
}

async function versionOf({ tx }: DemoContext, id: string): Promise<number> {
  return (await findVisit(inspectionsDb(tx), id))?.version ?? 0;
}
