// SPDX-License-Identifier: Apache-2.0
import type { RoundSheet, VisitSheet } from './types.ts';

type Capacity = VisitSheet['capacities'][number];

const team: readonly Capacity[] = ['head', 'secretary', 'member'];
const beforeVisits: readonly VisitSheet['round']['step'][] = ['planned', 'decided', 'announced'];
const voice: readonly Capacity[] = ['unit_officer', 'unit_leader', 'secretary', 'head'];

function holds(held: readonly Capacity[], wanted: readonly Capacity[]): boolean {
  return held.some((one) => wanted.includes(one));
}

/** What the reader may do on a visit now: the part is open at its step and the reader stands in the right capacity. The server decides again. */
export function visitRights(visit: Pick<VisitSheet, 'editable' | 'capacities' | 'round'>) {
  const open = (part: VisitSheet['editable'][number]): boolean => visit.editable.includes(part);
  const held = visit.capacities;
  return {
    answers: open('field_work') && holds(held, [...team, 'organiser']),
    count: open('field_work') && holds(held, [...team, 'organiser']),
    samples: open('field_work') && holds(held, team),
    findings: open('findings') && holds(held, team),
    voice: open('unit_voice') && holds(held, voice),
    figures: open('figures') && holds(held, ['unit_officer', 'unit_leader', 'secretary', 'head', 'organiser']),
    selfPlan: open('figures') && holds(held, voice),
    report: open('report') && holds(held, ['unit_officer', 'unit_leader', 'secretary', 'organiser']),
    timetable: open('timetable') && holds(held, ['organiser', 'head', 'secretary']),
    withdraw: holds(held, ['organiser', 'head']) && beforeVisits.includes(visit.round.step),
    recommend:
      holds(held, ['head', 'secretary', 'organiser']) &&
      visit.round.step !== 'conclusion_issued' &&
      visit.round.step !== 'remediation' &&
      visit.round.step !== 'closed',
  };
}

/** What the reader may do on a round now. */
export function roundRights(round: Pick<RoundSheet, 'editable' | 'capacities'>) {
  const open = (part: RoundSheet['editable'][number]): boolean => round.editable.includes(part);
  const held = round.capacities;
  return {
    edit: open('basics') && holds(held, ['organiser']),
    team: open('team') && holds(held, ['organiser', 'head']),
    seats: open('seats') && holds(held, ['organiser']),
    visits: open('visits') && holds(held, ['organiser', 'head', 'secretary']),
    conclusion: open('conclusion') && holds(held, ['organiser', 'head', 'secretary']),
  };
}
