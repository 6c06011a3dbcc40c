// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';
import { listRecommendations, type RecommendationToday } from '#modules/actions';
import { type Claim, checkText } from '#modules/claims';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Answer, selectAnswers } from '../../data/answers.repo.ts';
import { type ChecklistItem, selectFields } from '../../data/checklists.repo.ts';
import { type Figure, selectFigures } from '../../data/figures.repo.ts';
import { type DocumentReference, selectDocuments } from '../../data/references.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { type Sample, selectSamples } from '../../data/samples.repo.ts';
import { type Statement, selectStatements } from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { selectTransitions, type Transition } from '../../data/transitions.repo.ts';
import type { Visit } from '../../data/visits.repo.ts';
import { selectWithdrawnLinks, type WithdrawnLink } from '../../data/withdrawn-links.repo.ts';
import { canCapacityEdit, canEditVisitPart, type VisitPart, visitParts } from '../../domain/editing.ts';
import { judgeFigures } from '../../domain/figure-classes.ts';
import { compareCounts, type FigureStatus, figureStatus, type Recomputation } from '../../domain/figures.ts';
import { samplingRule } from '../../domain/sampling.ts';
import { type AvailableStep, availableVisitSteps, type Capacity } from '../../domain/steps.ts';
import { type VisitStep, visitIsAtLeast } from '../../domain/vocabulary.ts';
import { openVisit, type Scope, type VisitAccess } from '../access/open-round.ts';
import { itemsOf, visitFacts } from '../access/step-facts.ts';
import { selfInspectionCoverage, type UnitCoverage } from './self-inspection.ts';

/** A declared figure beside what follows from it and what the team counted. */
export type FigureSheet = Figure & {
  readonly recomputation: Recomputation;
  readonly comparison: ReturnType<typeof compareCounts>;
  readonly status: FigureStatus;
};

/** A group of the checklist with its items, answers and counts. */
export type FieldSheet = {
  readonly code: string;
  readonly reformField: ReformField;
  readonly name: string;
  readonly isMine: boolean;
  readonly counts: {
    readonly items: number;
    readonly answered: number;
    readonly meets: number;
    readonly partly: number;
    readonly fails: number;
    readonly notApplicable: number;
  };
  readonly items: readonly (ChecklistItem & { readonly answer: Answer | null })[];
};

export type VisitSheet = Visit & {
  readonly round: Pick<Round, 'id' | 'title' | 'year' | 'form' | 'step' | 'teamName' | 'startsOn' | 'endsOn' | 'full' | 'version'>;
  readonly minutes: DocumentReference | null;
  readonly fields: readonly FieldSheet[];
  readonly figures: readonly FigureSheet[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly recommendations: readonly RecommendationToday[];
  readonly samples: readonly Sample[];
  readonly samplingRule: string;
  readonly selfInspection: UnitCoverage | null;
  readonly steps: readonly AvailableStep<VisitStep>[];
  readonly history: readonly Transition[];
  /** Files that were linked by mistake. */
  readonly withdrawnLinks: readonly WithdrawnLink[];
  readonly capacities: readonly Capacity[];
  readonly editable: readonly VisitPart[];
};

/**
 * The inspection of one unit with all that its page shows. The unit itself sees the team's answers, findings and
 * samples from the moment the minutes are agreed.
 *
 * @throws AppError `inspections.visit_not_found`
 */
export async function getVisit(db: Db, actor: Actor, scope: Scope, id: string, today: Day = todayInVietnam()): Promise<VisitSheet> {
  const own = inspectionsDb(db);
  const access = await openVisit(db, actor, scope, id);
  const { round, visit, held } = access;
  const seesWork = round.full || visitIsAtLeast(visit.step, 'minutes_agreed');
  const statements = await selectStatements(own, round.id, id);
  const documents = await selectDocuments(own, [visit.minutesDocumentId]);
  const transitions = await selectTransitions(own, { roots: [visit.unitId] }, round.id);
  const recommendations = await listRecommendations(
    db,
    { roots: null },
    { origin: { module: 'inspections', id: round.id, partId: id }, limit: 1_000, today, releasedOnly: !round.full },
  );
  return {
    ...visit,
    round,
    minutes: documents.get(visit.minutesDocumentId ?? '') ?? null,
    fields: await fieldSheets(db, access, seesWork),
    figures: figureSheets((await selectFigures(own, [id])).map((figure) => (seesWork ? figure : { ...figure, counted: null }))),
    claims: visit.reportText === null ? [] : checkText(visit.reportText).claims,
    statements: seesWork ? statements : statements.filter((statement) => statement.kind === 'proposal' || statement.kind === 'opinion'),
    recommendations: recommendations.rows,
    samples: seesWork ? await selectSamples(own, id) : [],
    samplingRule,
    selfInspection: await selfInspectionCoverage(db, visit, round.startsOn),
    steps: availableVisitSteps(await visitFacts(db, round, visit, today), held),
    history: transitions.filter((transition) => transition.visitId === id),
    withdrawnLinks: (await selectWithdrawnLinks(own, round.id, id)).filter(({ kind }) => seesWork || kind === 'report'),
    capacities: [...held],
    editable: (Object.keys(visitParts) as VisitPart[]).filter(
      (part) => canEditVisitPart(part, visit.step) && canCapacityEdit(part, held, round.form, visit.step),
    ),
  };
}

/** The figures of one visit, each with what follows from it and from the others. */
export function figureSheets(figures: readonly Figure[]): FigureSheet[] {
  const judged = judgeFigures(figures);
  return figures.flatMap((figure) => {
    const recomputation = judged.get(figure.id);
    if (!recomputation) return [];
    const comparison = compareCounts(figure, figure.counted);
    return [{ ...figure, recomputation, comparison, status: figureStatus(figure.kind, recomputation, comparison) }];
  });
}

async function fieldSheets(db: Db, { round, visit, fields }: VisitAccess, seesWork: boolean): Promise<FieldSheet[]> {
  if (round.checklistVersionId === null) return [];
  const own = inspectionsDb(db);
  const items = await itemsOf(db, round, visit);
  const answers = new Map((seesWork ? await selectAnswers(own, visit.id) : []).map((answer) => [answer.itemId, answer]));
  const groups = (await selectFields(own, round.checklistVersionId)).map((field) => {
    const ofField = items
      .filter((item) => item.fieldCode === field.code)
      .map((item) => ({ ...item, answer: answers.get(item.id) ?? null }));
    const count = (verdict: string): number => ofField.filter((item) => item.answer?.verdict === verdict).length;
    return {
      ...field,
      isMine: fields === null || fields.includes(field.reformField),
      counts: {
        items: ofField.length,
        answered: ofField.filter((item) => (item.answer?.verdict ?? null) !== null).length,
        meets: count('meets'),
        partly: count('partly'),
        fails: count('fails'),
        notApplicable: count('not_applicable'),
      },
      items: ofField,
    };
  });
  return groups.filter((group) => group.items.length > 0);
}
