// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { RoundFacts, VisitFacts } from './step-gates.ts';
import {
  availableSteps,
  availableVisitSteps,
  type Capacity,
  capacities,
  requireRoundStep,
  requireVisitStep,
  roundMoves,
  stepFromVisits,
  visitMoves,
} from './steps.ts';
import { type RoundStep, roundSteps, type VisitStep, visitSteps } from './vocabulary.ts';

const readyRound: RoundFacts = {
  form: 'planned',
  step: 'planned',
  planIssuedOn: '2022-06-09',
  decisionIssuedOn: '2022-08-09',
  startsOn: '2022-09-06',
  endsOn: '2022-09-13',
  heads: 1,
  secretaries: 1,
  hasChecklist: true,
  visits: [
    { step: 'minutes_signed', visitOn: '2022-09-06' },
    { step: 'minutes_signed', visitOn: '2022-09-07' },
  ],
  recommendations: { total: 2, withoutDeadline: 0, unsettled: 0 },
  conclusions: 1,
};

const readyVisit: VisitFacts = {
  form: 'planned',
  roundStep: 'announced',
  step: 'awaiting_report',
  kind: 'main',
  today: '2022-09-20',
  decisionIssuedOn: '2022-08-09',
  visitOn: '2022-09-06',
  unitInForce: true,
  unitName: 'UBND huyện Điện Biên',
  hasReport: true,
  items: 72,
  unansweredItems: 0,
  hasOpinion: true,
  opinionNumbers: [],
  opinionFindings: [],
};

/** Who may go where, when every gate is open: written down a second time, as a person would read it. */
const roundMovers: Readonly<Record<string, readonly Capacity[]>> = {
  'planned>decided': ['organiser'],
  'decided>announced': ['organiser', 'head', 'secretary'],
  'decided>planned': ['organiser'],
  'announced>unit_reported': ['organiser', 'head', 'secretary'],
  'announced>decided': ['organiser', 'head'],
  'unit_reported>on_site': ['organiser', 'head', 'secretary'],
  'on_site>minutes_agreed': ['head', 'secretary'],
  'minutes_agreed>minutes_signed': ['head', 'secretary'],
  'minutes_signed>team_report': ['organiser', 'head', 'secretary'],
  'team_report>conclusion_issued': ['organiser', 'head'],
  'team_report>minutes_signed': ['organiser', 'head'],
  'conclusion_issued>remediation': ['organiser', 'head', 'secretary'],
  'conclusion_issued>team_report': ['organiser'],
  'remediation>closed': ['organiser'],
  'remediation>conclusion_issued': ['organiser'],
  'closed>remediation': ['organiser'],
};

const visitMovers: Readonly<Record<string, readonly Capacity[]>> = {
  'awaiting_report>unit_reported': ['organiser', 'secretary', 'unit_officer', 'unit_leader'],
  'unit_reported>on_site': ['head', 'secretary'],
  'unit_reported>awaiting_report': ['organiser', 'head', 'secretary'],
  'on_site>minutes_agreed': ['head', 'secretary'],
  'on_site>unit_reported': ['head', 'secretary'],
  'minutes_agreed>minutes_signed': ['head'],
  'minutes_agreed>on_site': ['head', 'secretary'],
  'minutes_signed>minutes_agreed': ['head'],
};

const outcome = (attempt: () => void): string => {
  try {
    attempt();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('every step of a round × every capacity × every target', () => {
  for (const from of roundSteps) {
    test(`from ${from}`, () => {
      for (const to of roundSteps) {
        for (const capacity of capacities) {
          const movers = roundMovers[`${from}>${to}`];
          const expected = !movers ? 'inspections.no_such_step' : movers.includes(capacity) ? 'allowed' : 'inspections.not_your_step';
          const facts = { ...readyRound, step: from };

          expect([to, capacity, outcome(() => requireRoundStep(facts, new Set([capacity]), to, 'vì sửa lại'))]).toEqual([
            to,
            capacity,
            expected,
          ]);
        }
      }
    });
  }
});

describe('every step of a unit × every capacity × every target', () => {
  for (const from of visitSteps) {
    test(`from ${from}`, () => {
      for (const to of visitSteps) {
        for (const capacity of capacities) {
          const movers = visitMovers[`${from}>${to}`];
          const expected = !movers ? 'inspections.no_such_step' : movers.includes(capacity) ? 'allowed' : 'inspections.not_your_step';
          const facts = { ...readyVisit, step: from };

          expect([to, capacity, outcome(() => requireVisitStep(facts, new Set([capacity]), to, 'vì sửa lại'))]).toEqual([
            to,
            capacity,
            expected,
          ]);
        }
      }
    });
  }
});

const all: ReadonlySet<Capacity> = new Set(capacities);
const roundOutcome = (from: RoundStep, to: RoundStep, change: Partial<RoundFacts>, reason: string | null = null): string =>
  outcome(() => requireRoundStep({ ...readyRound, step: from, ...change }, all, to, reason));
const visitOutcome = (from: VisitStep, to: VisitStep, change: Partial<VisitFacts>, reason: string | null = null): string =>
  outcome(() => requireVisitStep({ ...readyVisit, step: from, ...change }, all, to, reason));

describe('gates of a round', () => {
  test.each<[RoundStep, RoundStep, Partial<RoundFacts>, string]>([
    ['planned', 'decided', { planIssuedOn: undefined }, 'plan_missing'],
    ['planned', 'decided', { decisionIssuedOn: undefined }, 'decision_missing'],
    ['planned', 'decided', { decisionIssuedOn: null }, 'decision_undated'],
    ['planned', 'decided', { decisionIssuedOn: '2022-06-08' }, 'decision_before_plan'],
    ['planned', 'decided', { endsOn: null }, 'period_missing'],
    ['planned', 'decided', { startsOn: '2022-08-08' }, 'before_decision'],
    ['decided', 'announced', { heads: 0 }, 'team_head'],
    ['decided', 'announced', { heads: 2 }, 'team_head'],
    ['decided', 'announced', { secretaries: 2 }, 'team_secretary'],
    ['decided', 'announced', { visits: [] }, 'visits_missing'],
    ['decided', 'announced', { visits: [{ step: 'awaiting_report', visitOn: null }] }, 'timetable_missing'],
    ['decided', 'announced', { hasChecklist: false }, 'checklist_missing'],
    ['announced', 'unit_reported', { visits: [{ step: 'awaiting_report', visitOn: '2022-09-06' }] }, 'visits_not_there'],
    ['minutes_signed', 'team_report', { visits: [{ step: 'minutes_agreed', visitOn: '2022-09-06' }] }, 'visits_not_there'],
    ['team_report', 'conclusion_issued', { conclusions: 0 }, 'conclusion_missing'],
    [
      'team_report',
      'conclusion_issued',
      { recommendations: { total: 2, withoutDeadline: 1, unsettled: 2 } },
      'recommendation_without_deadline',
    ],
    ['remediation', 'closed', { recommendations: { total: 2, withoutDeadline: 0, unsettled: 1 } }, 'recommendations_open'],
  ])('%s → %s is blocked where %j', (from, to, change, code) => {
    expect(roundOutcome(from, to, change)).toBe(`inspections.${code}`);
  });

  test('a plan and a decision of the same day, and a visit on the day of the decision, are in order', () => {
    expect(roundOutcome('planned', 'decided', { planIssuedOn: '2022-08-09', startsOn: '2022-08-09' })).toBe('allowed');
  });

  test('all reasons are told at once', () => {
    const [forward] = availableSteps({ ...readyRound, step: 'decided', heads: 0, secretaries: 0, hasChecklist: false }, all);

    expect(forward?.reasons.map((reason) => reason.code)).toEqual([
      'inspections.team_head',
      'inspections.team_secretary',
      'inspections.checklist_missing',
    ]);
  });

  test('a step back needs a reason that says something', () => {
    for (const move of roundMoves.filter((one) => one.back)) {
      expect(roundOutcome(move.from, move.to, {}, '  ')).toBe('inspections.reason_missing');
      expect(roundOutcome(move.from, move.to, {}, 'Nhập nhầm')).toBe('allowed');
    }
  });

  test('an unannounced round waits for no report', () => {
    const steps = availableSteps({ ...readyRound, form: 'unannounced', step: 'announced' }, all);

    expect(steps.map((step) => step.to)).toEqual(['on_site', 'decided']);
  });
});

describe('gates of a unit', () => {
  test.each<[VisitStep, VisitStep, Partial<VisitFacts>, string]>([
    ['awaiting_report', 'unit_reported', { roundStep: 'decided' }, 'round_not_announced'],
    ['awaiting_report', 'unit_reported', { hasReport: false }, 'report_missing'],
    ['unit_reported', 'on_site', { visitOn: '2022-08-08' }, 'before_decision'],
    ['unit_reported', 'on_site', { visitOn: null }, 'timetable_missing'],
    ['unit_reported', 'on_site', { today: '2022-09-05' }, 'visit_in_future'],
    ['unit_reported', 'on_site', { unitInForce: false }, 'unit_not_in_force'],
    ['on_site', 'minutes_agreed', { unansweredItems: 1 }, 'items_unanswered'],
    ['minutes_agreed', 'minutes_signed', { hasOpinion: false }, 'opinion_missing'],
    ['minutes_agreed', 'minutes_signed', { roundStep: 'team_report' }, 'round_beyond_minutes'],
  ])('%s → %s is blocked where %j', (from, to, change, code) => {
    expect(visitOutcome(from, to, change)).toBe(`inspections.${code}`);
  });

  test('a commune is covered by the report of its district', () => {
    expect(visitOutcome('awaiting_report', 'unit_reported', { kind: 'commune', hasReport: false })).toBe('allowed');
  });

  test('an unannounced visit goes straight on site', () => {
    expect(availableVisitSteps({ ...readyVisit, form: 'unannounced' }, all).map((step) => step.to)).toEqual(['on_site']);
  });

  test('a step back needs a reason', () => {
    for (const move of visitMoves.filter((one) => one.back))
      expect(visitOutcome(move.from, move.to, {}, null)).toBe('inspections.reason_missing');
  });
});

describe('a round while its units are inspected', () => {
  test('stands where the slowest unit stands', () => {
    expect(stepFromVisits('announced', ['unit_reported', 'awaiting_report'])).toBe('announced');
    expect(stepFromVisits('announced', ['unit_reported', 'on_site'])).toBe('unit_reported');
    expect(stepFromVisits('minutes_signed', ['minutes_signed', 'minutes_agreed'])).toBe('minutes_agreed');
  });

  test('moves by itself before the announcement and after the minutes', () => {
    expect(stepFromVisits('decided', ['minutes_signed'])).toBe('decided');
    expect(stepFromVisits('team_report', ['on_site'])).toBe('team_report');
    expect(stepFromVisits('on_site', [])).toBe('on_site');
  });
});
