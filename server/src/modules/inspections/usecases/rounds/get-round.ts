// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import { listRecommendations, type RecommendationToday } from '#modules/actions';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type ChecklistVersion, findVersion } from '../../data/checklists.repo.ts';
import { selectFigures } from '../../data/figures.repo.ts';
import { type DocumentReference, selectDocuments } from '../../data/references.repo.ts';
import { findRound, type Round } from '../../data/rounds.repo.ts';
import { type Statement, selectStatements } from '../../data/statements.repo.ts';
import { selectVisitCounts } from '../../data/summary.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import type { TeamMember } from '../../data/team.repo.ts';
import { selectTransitions, type Transition } from '../../data/transitions.repo.ts';
import type { Visit } from '../../data/visits.repo.ts';
import { selectWithdrawnLinks, type WithdrawnLink } from '../../data/withdrawn-links.repo.ts';
import { canEditRoundPart, type RoundPart, roundParts } from '../../domain/editing.ts';
import { judgeFigures } from '../../domain/figure-classes.ts';
import { type AvailableStep, availableSteps, type Capacity } from '../../domain/steps.ts';
import { type RoundStep, visitIsAtLeast } from '../../domain/vocabulary.ts';
import { openRound, type RoundAccess, type Scope } from '../access/open-round.ts';
import { itemsOf, roundFacts } from '../access/step-facts.ts';
import { roundCoverage } from '../visits/self-inspection.ts';
import { conclusionDeadline, type Deadline, loadDeadlineBasis } from './conclusion-deadline.ts';

/** One inspected unit in the overview of its round. */
export type VisitSummary = Pick<
  Visit,
  | 'id'
  | 'unitId'
  | 'unitName'
  | 'placeName'
  | 'kind'
  | 'visitOn'
  | 'visitTo'
  | 'place'
  | 'step'
  | 'signedOn'
  | 'illustrative'
  | 'timetable'
  | 'version'
> & {
  readonly items: number;
  readonly answered: number;
  readonly figures: number;
  readonly inconsistentFigures: number;
  /** Figures that the unit is asked about. */
  readonly unclearFigures: number;
  readonly findings: number;
};

export type RoundSheet = Round & {
  readonly plan: DocumentReference | null;
  readonly decision: DocumentReference | null;
  readonly conclusion: DocumentReference | null;
  readonly previousRound: { readonly id: string; readonly title: string } | null;
  readonly checklist: ChecklistVersion | null;
  readonly team: readonly TeamMember[];
  readonly visits: readonly VisitSummary[];
  readonly coverage: NonNullable<Awaited<ReturnType<typeof roundCoverage>>>[];
  readonly deadline: Deadline | null;
  readonly steps: readonly AvailableStep<RoundStep>[];
  readonly statements: readonly Statement[];
  readonly recommendations: readonly RecommendationToday[];
  readonly history: readonly Transition[];
  /** Plans and decisions that were linked by mistake. */
  readonly withdrawnLinks: readonly WithdrawnLink[];
  readonly capacities: readonly Capacity[];
  /** Parts of the round that can be changed at its step by someone in the right capacity. */
  readonly editable: readonly RoundPart[];
};

/**
 * A round with all that its page shows: documents, team, units with their progress, coverage, deadline, possible steps
 * with the reasons that block them, recommendations and history. Whoever sees it through an own unit sees only that unit.
 *
 * @throws AppError `inspections.round_not_found`
 */
export async function getRound(db: Db, actor: Actor, scope: Scope, id: string, today: Day = todayInVietnam()): Promise<RoundSheet> {
  const own = inspectionsDb(db);
  const access = await openRound(db, actor, scope, id);
  const { round, team, visits, held } = access;
  const documents = await selectDocuments(own, [round.planDocumentId, round.decisionDocumentId, round.conclusionDocumentId]);
  const reach = round.full ? { roots: null } : scope;
  const unitsSeen = round.full ? null : new Set(visits.map((visit) => visit.unitId));
  const recommendations = await listRecommendations(db, reach, {
    origin: { module: 'inspections', id },
    limit: 1_000,
    today,
    releasedOnly: !round.full,
  });
  return {
    ...round,
    plan: documents.get(round.planDocumentId ?? '') ?? null,
    decision: documents.get(round.decisionDocumentId ?? '') ?? null,
    conclusion: documents.get(round.conclusionDocumentId ?? '') ?? null,
    previousRound: await previousRound(db, actor, scope, round),
    checklist: round.checklistVersionId === null ? null : ((await findVersion(own, round.checklistVersionId)) ?? null),
    // Inspected units meet the team by position; whose accounts the seats are is the organiser's business.
    team: round.full ? team : team.map((member) => ({ ...member, accountId: null, accountName: null })),
    visits: await summaries(db, access),
    coverage: await coverages(db, access),
    deadline: conclusionDeadline(await loadDeadlineBasis(db), round, today),
    steps: availableSteps(await roundFacts(db, round), held),
    statements: round.full || round.conclusionIssuedOn !== null ? await selectStatements(own, id, null) : [],
    recommendations: recommendations.rows.filter((row) => unitsSeen === null || unitsSeen.has(row.unitId)),
    history: await selectTransitions(own, reach, id),
    withdrawnLinks: round.full ? await selectWithdrawnLinks(own, id, null) : [],
    capacities: [...held],
    editable: (Object.keys(roundParts) as RoundPart[]).filter((part) => canEditRoundPart(part, round.step)),
  };
}

async function previousRound(db: Db, actor: Actor, scope: Scope, round: Round): Promise<{ id: string; title: string } | null> {
  if (round.previousRoundId === null) return null;
  const previous = await findRound(inspectionsDb(db), { roots: scope.roots, actorId: actor.id }, round.previousRoundId);
  return previous ? { id: previous.id, title: previous.title } : null;
}

async function summaries(db: Db, { round, visits }: RoundAccess): Promise<VisitSummary[]> {
  const own = inspectionsDb(db);
  const ids = visits.map((visit) => visit.id);
  const counts = await selectVisitCounts(own, ids);
  const figures = await selectFigures(own, ids);
  const items = new Map<string, number>();
  for (const visit of visits) {
    const key = visit.reformFields?.join() ?? '*';
    if (!items.has(key)) items.set(key, (await itemsOf(db, round, visit)).length);
  }
  return visits.map((visit) => {
    const declared = figures.filter((figure) => figure.visitId === visit.id);
    const verdicts = [...judgeFigures(declared).values()].map(({ verdict }) => verdict);
    // The inspected unit learns what the team found when the minutes are agreed, not while it is looking.
    const seesWork = round.full || visitIsAtLeast(visit.step, 'minutes_agreed');
    return {
      ...visit,
      items: items.get(visit.reformFields?.join() ?? '*') ?? 0,
      answered: seesWork ? (counts.get(visit.id)?.answered ?? 0) : 0,
      figures: declared.length,
      inconsistentFigures: verdicts.filter((verdict) => verdict === 'inconsistent').length,
      unclearFigures: verdicts.filter((verdict) => verdict === 'unclear').length,
      findings: seesWork ? (counts.get(visit.id)?.findings ?? 0) : 0,
    };
  });
}

async function coverages(db: Db, { round, visits }: RoundAccess): Promise<RoundSheet['coverage']> {
  const found: NonNullable<Awaited<ReturnType<typeof roundCoverage>>>[] = [];
  for (const visit of visits) {
    const coverage = await roundCoverage(db, visit, visits, round.startsOn);
    if (coverage) found.push(coverage);
  }
  return found;
}
