// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import { isSettled, listRecommendations } from '#modules/actions';
import { checkText } from '#modules/claims';
import { unitInForceOn } from '#modules/units';
import type { Db } from '#platform/db/db';
import { selectAnswers } from '../../data/answers.repo.ts';
import { type ChecklistItem, selectFields, selectItems } from '../../data/checklists.repo.ts';
import { type Figure, selectFigures } from '../../data/figures.repo.ts';
import { selectDocuments } from '../../data/references.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { selectStatements } from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { selectTeam } from '../../data/team.repo.ts';
import { selectVisits, type Visit } from '../../data/visits.repo.ts';
import { unknownNumbers } from '../../domain/outputs/quotation.ts';
import type { RoundFacts, VisitFacts } from '../../domain/step-gates.ts';
import { figureFacts } from '../outputs/written-facts.ts';

const everything = { roots: null } as const;

/** All that the gates of a round look at, whoever asks: gates do not depend on what a person may see. */
export async function roundFacts(db: Db, round: Round): Promise<RoundFacts> {
  const own = inspectionsDb(db);
  const documents = await selectDocuments(own, [round.planDocumentId, round.decisionDocumentId]);
  const team = await selectTeam(own, round.id);
  const visits = await selectVisits(own, everything, round.id);
  const recommendations = await recommendationsOf(db, round.id);
  const statements = await selectStatements(own, round.id);
  return {
    form: round.form,
    step: round.step,
    planIssuedOn: round.planDocumentId === null ? undefined : (documents.get(round.planDocumentId)?.issuedOn ?? null),
    decisionIssuedOn: round.decisionDocumentId === null ? undefined : (documents.get(round.decisionDocumentId)?.issuedOn ?? null),
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    heads: team.filter((member) => member.role === 'head').length,
    secretaries: team.filter((member) => member.role === 'secretary').length,
    hasChecklist: round.checklistVersionId !== null,
    visits: visits.map(({ step, visitOn }) => ({ step, visitOn })),
    recommendations: {
      total: recommendations.length,
      withoutDeadline: recommendations.filter((row) => row.dueOn === null).length,
      unsettled: recommendations.filter((row) => !isSettled(row.state)).length,
    },
    conclusions: statements.filter((statement) => statement.kind === 'conclusion').length,
  };
}

/** Recommendations that came out of a round. */
export async function recommendationsOf(db: Db, roundId: string) {
  const { rows } = await listRecommendations(db, everything, { origin: { module: 'inspections', id: roundId }, limit: 5_000 });
  return rows;
}

/** All that the gates of one inspected unit look at. */
export async function visitFacts(db: Db, round: Round, visit: Visit, today: Day): Promise<VisitFacts> {
  const own = inspectionsDb(db);
  const decision =
    round.decisionDocumentId === null ? undefined : (await selectDocuments(own, [round.decisionDocumentId])).get(round.decisionDocumentId);
  const items = await itemsOf(db, round, visit);
  const figures = await selectFigures(own, [visit.id]);
  const answered = new Set((await selectAnswers(own, visit.id)).filter((answer) => answer.verdict !== null).map((answer) => answer.itemId));
  return {
    form: round.form,
    roundStep: round.step,
    step: visit.step,
    kind: visit.kind,
    today,
    decisionIssuedOn: decision?.issuedOn,
    visitOn: visit.visitOn,
    unitInForce: visit.visitOn !== null && unitInForceOn({ validFrom: visit.unitValidFrom, validTo: visit.unitValidTo }, visit.visitOn),
    unitName: visit.unitName,
    hasReport: visit.reportText !== null || visit.reportFileId !== null || figures.length > 0,
    items: items.length,
    unansweredItems: items.filter((item) => !answered.has(item.id)).length,
    hasOpinion: visit.opinion !== null && visit.opinion.trim() !== '',
    ...opinionFacts(visit, figures),
  };
}

/** The checklist items that are checked at a unit: those of its reform fields, all where none are named. */
export async function itemsOf(db: Db, round: Round, visit: Pick<Visit, 'reformFields'>): Promise<ChecklistItem[]> {
  if (round.checklistVersionId === null) return [];
  const own = inspectionsDb(db);
  const items = await selectItems(own, round.checklistVersionId);
  if (visit.reformFields === null) return items;
  const wanted = visit.reformFields;
  const codes = new Set(
    (await selectFields(own, round.checklistVersionId)).filter((field) => wanted.includes(field.reformField)).map((field) => field.code),
  );
  return items.filter((item) => codes.has(item.fieldCode));
}

/** What the figure checker and the stored figures say of the unit's own words. */
export function opinionFacts(
  visit: Pick<Visit, 'opinion'>,
  figures: readonly Figure[],
): Pick<VisitFacts, 'opinionNumbers' | 'opinionFindings'> {
  const opinion = visit.opinion ?? '';
  const doubtful = checkText(opinion).claims.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'question');
  return {
    opinionNumbers: unknownNumbers(opinion, figureFacts(figures).facts),
    opinionFindings: doubtful.map(({ message }) => message),
  };
}
