// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { listRecommendations } from '#modules/actions';
import type { Db } from '#platform/db/db';
import { selectAnswers } from '../../data/answers.repo.ts';
import { selectFields } from '../../data/checklists.repo.ts';
import { selectFigures } from '../../data/figures.repo.ts';
import { findProvinceName } from '../../data/outputs.repo.ts';
import { selectDocuments } from '../../data/references.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { selectSamples } from '../../data/samples.repo.ts';
import { selectStatements } from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import type { Visit } from '../../data/visits.repo.ts';
import type { PaperFacts, RoundFacts } from '../../domain/outputs/facts.ts';
import type { MinutesInput, Moment } from '../../domain/outputs/minutes.ts';
import type { VisitAccess } from '../access/open-round.ts';
import { itemsOf } from '../access/step-facts.ts';
import {
  cited,
  fieldResults,
  figureFacts,
  findingFact,
  issuerInFull,
  proposalText,
  quoting,
  recommendationFact,
  sampleFacts,
} from './written-facts.ts';

/** How far a paper has come; place comes from the organiser's province. */
export type PaperStage = Pick<PaperFacts, 'stage' | 'sequence' | 'issuedOn'>;

/** Symbol of an inspection team's papers. */
export const teamSymbol = 'ĐKT';

/**
 * Everything that the minutes of one unit print, out of stored rows only.
 *
 * @throws AppError `inspections.output_not_ready` where plan, decision, period or day are missing
 */
export async function gatherMinutes(
  db: Db,
  { round, visit, team }: VisitAccess,
  paper: PaperStage,
  pageCount: number | null = null,
): Promise<MinutesInput> {
  const own = inspectionsDb(db);
  const figures = await selectFigures(own, [visit.id]);
  const statements = await selectStatements(own, round.id, visit.id);
  const fields = round.checklistVersionId === null ? [] : await selectFields(own, round.checklistVersionId);
  const { rows } = await listRecommendations(
    db,
    { roots: null },
    { origin: { module: 'inspections', id: round.id, partId: visit.id }, limit: 1_000 },
  );
  const write = quoting(figures);
  const texts = (kind: string): string[] =>
    statements.filter((statement) => statement.kind === kind).map((statement) => write(statement.text));
  const person = ({ name, position }: { readonly name: string | null; readonly position: string }) => ({ name: name ?? '', position });
  const { facts, questions } = figureFacts(figures);
  return {
    paper: { ...paper, place: await placeOf(db, round) },
    teamSymbol,
    issuer: { superior: issuerInFull(round.organisingUnitName), name: round.teamName },
    round: await roundFactsOf(db, round),
    unit: { name: visit.unitName, representative: person(visit.representatives[0] ?? { name: null, position: '' }) },
    startedAt: momentOf(visit, visit.openedAt, meetingDay(round, visit)),
    endedAt: momentOf(visit, visit.closedAt, meetingDay(round, visit)),
    venue: visit.place ?? `Trụ sở ${visit.unitName}`,
    team: team.map((member) => ({ ...person(member), role: member.role })),
    unitAttendees: visit.representatives.map(person),
    fields: fieldResults(visit.id, fields, await itemsOf(db, round, visit), await selectAnswers(own, visit.id)),
    figures: facts,
    questions,
    samples: sampleFacts(visit.id, await selectSamples(own, visit.id)),
    strengths: texts('strength'),
    findings: statements.filter((statement) => statement.kind === 'finding').map((statement) => findingFact(statement, write, fields)),
    recommendations: rows.map(recommendationFact),
    unitOpinion: visit.opinion ?? '',
    unitStatements: texts('opinion'),
    proposals: statements.filter((statement) => statement.kind === 'proposal').map((statement) => proposalText(statement, write)),
    pageCount,
    mark: round.mark === null ? null : visit.illustrative ? `${round.mark}; đơn vị này được chọn để minh họa` : round.mark,
  };
}

/** The place that stands before the date of a paper: the province of the organiser. */
export async function placeOf(db: Db, round: Round): Promise<string> {
  return (await findProvinceName(inspectionsDb(db), round.organisingUnitId)) ?? round.organisingUnitName;
}

/** The round in the words of its papers. */
export async function roundFactsOf(db: Db, round: Round): Promise<RoundFacts> {
  const documents = await selectDocuments(inspectionsDb(db), [round.planDocumentId, round.decisionDocumentId]);
  const plan = cited(documents.get(round.planDocumentId ?? ''));
  const decision = cited(documents.get(round.decisionDocumentId ?? ''));
  if (!plan || !decision) throw notReady('kế hoạch, quyết định của đợt');
  const { inspectedFrom: from, inspectedTo: to } = round;
  const title = round.subject === '' ? round.title : round.subject;
  return {
    title: title.charAt(0).toLocaleLowerCase('vi') + title.slice(1),
    plan,
    decision,
    period: from === null || to === null ? null : { from, to },
  };
}

/** The main unit is met when the results are put to it; a commune on the day of its visit. */
function meetingDay(round: Round, visit: Visit): string | null {
  return visit.kind === 'main' ? (round.meetingOn ?? visit.visitTo ?? visit.visitOn) : visit.visitOn;
}

/** A moment of the meeting; hours that nobody recorded stay blank, to be written by hand. */
function momentOf(visit: Visit, at: string | null, day: string | null): Moment {
  if (at !== null) {
    const local = new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString();
    return { on: local.slice(0, 10), time: local.slice(11, 16) };
  }
  if (day === null) throw notReady(`ngày làm việc tại ${visit.unitName}`);
  return { on: day, time: null };
}

export function notReady(missing: string): AppError {
  return new AppError('conflict', 'inspections.output_not_ready', { missing });
}
