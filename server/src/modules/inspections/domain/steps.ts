// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { inspectionsErrors } from './errors.ts';
import type { Blocker, Gate, RoundFacts, VisitFacts } from './step-gates.ts';
import * as gate from './step-gates.ts';
import { type RoundForm, type RoundStep, roundSteps, stepName, type VisitStep, visitSteps } from './vocabulary.ts';

/** In what capacity a person stands towards a round: the organisers, this team, or an inspected unit. */
export const capacities = ['organiser', 'head', 'secretary', 'member', 'unit_officer', 'unit_leader'] as const;
export type Capacity = (typeof capacities)[number];

/** Vietnamese names of the capacities, for messages. */
export const capacityNames: Readonly<Record<Capacity, string>> = {
  organiser: 'cơ quan tổ chức kiểm tra',
  head: 'trưởng đoàn',
  secretary: 'thư ký đoàn',
  member: 'thành viên đoàn',
  unit_officer: 'cán bộ đơn vị được kiểm tra',
  unit_leader: 'lãnh đạo đơn vị được kiểm tra',
};

type Move<Step, Facts> = {
  readonly from: Step;
  readonly to: Step;
  readonly movers: readonly Capacity[];
  readonly gates: readonly Gate<Facts>[];
  /** What the mover should know before the step; it holds nothing up. */
  readonly warnings?: readonly Gate<Facts>[];
  /** Only rounds of these forms know the move. */
  readonly forms?: readonly RoundForm[];
  readonly exceptForms?: readonly RoundForm[];
  /** A step back undoes what others rely on, so it needs a reason. */
  readonly back?: true;
};

const team: readonly Capacity[] = ['head', 'secretary'];
const office: readonly Capacity[] = ['organiser', ...team];

/** Who may take which step of a round, and what must be true for it. */
export const roundMoves: readonly Move<RoundStep, RoundFacts>[] = [
  {
    from: 'planned',
    to: 'decided',
    movers: ['organiser'],
    gates: [gate.hasPlan, gate.hasDecision, gate.decisionFollowsPlan, gate.hasPeriod, gate.startsAfterDecision],
  },
  {
    from: 'decided',
    to: 'announced',
    movers: office,
    gates: [gate.hasOneHead, gate.hasOneSecretary, gate.hasVisits, gate.hasTimetable, gate.hasChecklist],
  },
  { from: 'announced', to: 'unit_reported', movers: office, gates: [gate.allVisitsAt('unit_reported')], exceptForms: ['unannounced'] },
  { from: 'announced', to: 'on_site', movers: office, gates: [gate.allVisitsAt('on_site')], forms: ['unannounced'] },
  { from: 'unit_reported', to: 'on_site', movers: office, gates: [gate.allVisitsAt('on_site')] },
  { from: 'on_site', to: 'minutes_agreed', movers: team, gates: [gate.allVisitsAt('minutes_agreed')] },
  { from: 'minutes_agreed', to: 'minutes_signed', movers: team, gates: [gate.allVisitsAt('minutes_signed')] },
  { from: 'minutes_signed', to: 'team_report', movers: office, gates: [gate.allVisitsAt('minutes_signed')] },
  {
    from: 'team_report',
    to: 'conclusion_issued',
    movers: ['organiser', 'head'],
    gates: [gate.allVisitsAt('minutes_signed'), gate.hasConclusion, gate.recommendationsHaveDeadlines],
  },
  { from: 'conclusion_issued', to: 'remediation', movers: office, gates: [] },
  { from: 'remediation', to: 'closed', movers: ['organiser'], gates: [gate.recommendationsSettled] },

  { from: 'decided', to: 'planned', movers: ['organiser'], gates: [], back: true },
  { from: 'announced', to: 'decided', movers: ['organiser', 'head'], gates: [], back: true },
  { from: 'team_report', to: 'minutes_signed', movers: ['organiser', 'head'], gates: [], back: true },
  { from: 'conclusion_issued', to: 'team_report', movers: ['organiser'], gates: [], back: true },
  { from: 'remediation', to: 'conclusion_issued', movers: ['organiser'], gates: [], back: true },
  { from: 'closed', to: 'remediation', movers: ['organiser'], gates: [], back: true },
];

const openRound: readonly Gate<VisitFacts>[] = [gate.roundIsOpen, gate.roundNotReported];
const onTheSpot: readonly Gate<VisitFacts>[] = [
  ...openRound,
  gate.visitHasDay,
  gate.visitAfterDecision,
  gate.visitDayHasCome,
  gate.unitInForce,
];

/** Who may take which step of one inspected unit. */
export const visitMoves: readonly Move<VisitStep, VisitFacts>[] = [
  {
    from: 'awaiting_report',
    to: 'unit_reported',
    movers: ['unit_officer', 'unit_leader', 'secretary', 'organiser'],
    gates: [...openRound, gate.hasReport],
    exceptForms: ['unannounced'],
  },
  { from: 'awaiting_report', to: 'on_site', movers: team, gates: onTheSpot, forms: ['unannounced'] },
  { from: 'unit_reported', to: 'on_site', movers: team, gates: onTheSpot },
  { from: 'on_site', to: 'minutes_agreed', movers: team, gates: [...openRound, gate.itemsAnswered] },
  {
    from: 'minutes_agreed',
    to: 'minutes_signed',
    movers: ['head'],
    gates: [...openRound, gate.hasOpinion],
    warnings: [gate.opinionNumbersAreStored, gate.opinionAddsUp],
  },

  { from: 'unit_reported', to: 'awaiting_report', movers: ['head', 'secretary', 'organiser'], gates: openRound, back: true },
  { from: 'on_site', to: 'unit_reported', movers: team, gates: openRound, back: true },
  { from: 'minutes_agreed', to: 'on_site', movers: team, gates: openRound, back: true },
  { from: 'minutes_signed', to: 'minutes_agreed', movers: ['head'], gates: openRound, back: true },
];

/** A move as the screens show it: allowed, or with every reason why not. */
export type AvailableStep<Step> = {
  readonly to: Step;
  readonly back: boolean;
  readonly needsReason: boolean;
  readonly allowed: boolean;
  readonly reasons: readonly Blocker[];
  readonly warnings: readonly Blocker[];
};

/** Every move from where a round stands. */
export function availableSteps(facts: RoundFacts, held: ReadonlySet<Capacity>): AvailableStep<RoundStep>[] {
  return movesFrom(roundMoves, facts.step, facts.form).map((move) => weigh(move, facts, held));
}

/** Every move from where the inspection of one unit stands. */
export function availableVisitSteps(facts: VisitFacts, held: ReadonlySet<Capacity>): AvailableStep<VisitStep>[] {
  return movesFrom(visitMoves, facts.step, facts.form).map((move) => weigh(move, facts, held));
}

/**
 * Refuses a step of a round that may not be taken, with its first reason.
 *
 * @throws AppError `inspections.no_such_step`, `inspections.not_your_step`, `inspections.reason_missing` or the code of the gate
 */
export function requireRoundStep(facts: RoundFacts, held: ReadonlySet<Capacity>, to: RoundStep, reason: string | null): void {
  requireStep(availableSteps(facts, held), facts.step, to, reason);
}

/**
 * Refuses a step of one inspected unit that may not be taken, with its first reason.
 *
 * @throws AppError `inspections.no_such_step`, `inspections.not_your_step`, `inspections.reason_missing` or the code of the gate
 */
export function requireVisitStep(facts: VisitFacts, held: ReadonlySet<Capacity>, to: VisitStep, reason: string | null): void {
  requireStep(availableVisitSteps(facts, held), facts.step, to, reason);
}

/**
 * The step of a round while its units are being inspected: that of the slowest unit.
 * Before the announcement and after the minutes the round moves by itself.
 */
export function stepFromVisits(current: RoundStep, visits: readonly VisitStep[]): RoundStep {
  const [first, last] = [roundSteps.indexOf('announced'), roundSteps.indexOf('minutes_signed')];
  const at = roundSteps.indexOf(current);
  if (at < first || at > last || visits.length === 0) return current;
  const slowest = visitSteps[Math.min(...visits.map((step) => visitSteps.indexOf(step)))] ?? 'awaiting_report';
  return slowest === 'awaiting_report' ? 'announced' : slowest;
}

/** The refusal that a blocker stands for. */
export function refusalOf(blocker: Blocker): AppError {
  return new AppError(inspectionsErrors[blocker.code]?.kind ?? 'conflict', blocker.code, blocker.params);
}

function movesFrom<Step, Facts>(moves: readonly Move<Step, Facts>[], from: Step, form: RoundForm): Move<Step, Facts>[] {
  return moves.filter((move) => move.from === from && !move.exceptForms?.includes(form) && (move.forms?.includes(form) ?? true));
}

function weigh<Step, Facts>(move: Move<Step, Facts>, facts: Facts, held: ReadonlySet<Capacity>): AvailableStep<Step> {
  const mayMove = move.movers.some((mover) => held.has(mover));
  const reasons = [
    ...(mayMove
      ? []
      : [{ code: 'inspections.not_your_step', params: { movers: move.movers.map((mover) => capacityNames[mover]).join(', ') } }]),
    ...move.gates.flatMap((test) => test(facts) ?? []),
  ];
  const isBack = move.back === true;
  const warnings = (move.warnings ?? []).flatMap((test) => test(facts) ?? []);
  return { to: move.to, back: isBack, needsReason: isBack, allowed: reasons.length === 0, reasons, warnings };
}

function requireStep<Step extends string>(moves: readonly AvailableStep<Step>[], from: Step, to: Step, reason: string | null): void {
  const move = moves.find((one) => one.to === to);
  if (!move) throw new AppError('conflict', 'inspections.no_such_step', { from: stepName(from), to: stepName(to) });
  const [first] = move.reasons;
  if (first) throw refusalOf(first);
  if (move.needsReason && (reason === null || reason.trim() === '')) throw new AppError('invalid', 'inspections.reason_missing', { to });
}
