// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { answerableFields, capacitiesOf, type HeldGrant, rolesForSeat, type TeamSeat } from './capacities.ts';
import { roundMoves, visitMoves } from './steps.ts';

const grant = (role: string, reformFields: HeldGrant['reformFields'] = null): HeldGrant => ({ role, reformFields });
const seat = (role: TeamSeat['role'], accountId: string | null, reformFields: TeamSeat['reformFields'] = []): TeamSeat => ({
  role,
  accountId,
  reformFields,
});
const held = (grants: HeldGrant[], team: TeamSeat[], inspected: HeldGrant[] = []) => [
  ...capacitiesOf('me', { organiserGrants: grants, inspectedGrants: inspected }, team),
];
const others = [seat('head', 'somebody'), seat('secretary', 'somebody else'), seat('member', 'a third')];

describe('capacities', () => {
  test('a seat that names an account belongs to that account alone', () => {
    expect(held([], [seat('head', 'me')])).toEqual(['head']);
    expect(held([grant('inspection_head')], [seat('head', 'somebody')])).toEqual([]);
  });

  test('the head of one team leads no other, not even one whose head seat names nobody', () => {
    expect(held([grant('inspection_head')], [seat('head', null), seat('secretary', 'other')])).toEqual([]);
    expect(held([grant('inspection_secretary')], [])).toEqual([]);
    expect(held([grant('inspection_member')], [seat('deputy_head', null)])).toEqual([]);
  });

  test('for a seat that names nobody the organiser acts, until somebody is seated', () => {
    expect(held([grant('par_officer')], [seat('head', null), ...others.slice(1)])).toEqual(['organiser', 'head']);
    expect(held([grant('par_officer')], [])).toEqual(['organiser', 'head', 'secretary', 'member']);
    expect(held([grant('par_officer')], others)).toEqual(['organiser']);
    expect(held([], [seat('head', null)])).toEqual([]);
  });

  test('inspected units are told by where their role reaches', () => {
    expect(held([], others, [grant('unit_officer'), grant('reader')])).toEqual(['unit_officer']);
  });

  test('a member answers the fields of the own seat, else of the role', () => {
    const reach = { organiserGrants: [grant('inspection_member', ['procedures'])], inspectedGrants: [] };

    expect(answerableFields('me', reach, [seat('member', 'me', ['steering'])], new Set(['member']))).toEqual(['steering']);
    expect(answerableFields('me', reach, [seat('member', 'me')], new Set(['member']))).toEqual(['procedures']);
    expect(answerableFields('me', reach, [], new Set(['head']))).toBeNull();
    expect(answerableFields('me', reach, [], new Set(['unit_officer']))).toEqual([]);
  });

  test('who leads needs a role that takes steps; a member only one that works in the field', () => {
    expect(rolesForSeat('head')).not.toContain('inspection_member');
    expect(rolesForSeat('deputy_head')).toContain('inspection_member');
    expect(rolesForSeat('secretary')).not.toContain('unit_officer');
  });
});

/** Everyone who might try a step: their role, and where they sit. */
const cast = {
  'organiser, all seats taken': held([grant('par_officer')], others),
  'organiser, head seat vacant': held([grant('par_officer')], [seat('head', null), ...others.slice(1)]),
  'organiser, no seat taken': held([grant('par_officer')], []),
  'head of this team': held([grant('inspection_head')], [seat('head', 'me')]),
  'head of another team': held([grant('inspection_head')], others),
  'head of another team, head seat vacant': held([grant('inspection_head')], [seat('head', null)]),
  'secretary of this team': held([grant('inspection_secretary')], [seat('secretary', 'me')]),
  'secretary of another team': held([grant('inspection_secretary')], [seat('secretary', null)]),
  'member of this team': held([grant('inspection_member')], [seat('member', 'me')]),
  'member of another team': held([grant('inspection_member')], [seat('member', null)]),
  'officer of the unit': held([], others, [grant('unit_officer')]),
  'leader of the unit': held([], others, [grant('unit_leader')]),
  reader: held([grant('reader')], []),
  administrator: held([grant('administrator')], []),
} as const;
type Person = keyof typeof cast;

const organisers: readonly Person[] = ['organiser, all seats taken', 'organiser, head seat vacant', 'organiser, no seat taken'];
const headVacant = 'organiser, head seat vacant';
const noneSeated = 'organiser, no seat taken';
const heads: readonly Person[] = ['head of this team', headVacant, noneSeated];
const leading: readonly Person[] = [...heads, 'secretary of this team'];
const office: readonly Person[] = [...organisers, 'head of this team', 'secretary of this team'];

/** Who takes which step, read as a person would. */
const takers: Readonly<Record<string, readonly Person[]>> = {
  'round planned>decided': organisers,
  'round decided>announced': office,
  'round announced>unit_reported': office,
  'round announced>on_site': office,
  'round unit_reported>on_site': office,
  'round on_site>minutes_agreed': leading,
  'round minutes_agreed>minutes_signed': leading,
  'round minutes_signed>team_report': office,
  'round team_report>conclusion_issued': [...organisers, 'head of this team'],
  'round conclusion_issued>remediation': office,
  'round remediation>closed': organisers,
  'round decided>planned': organisers,
  'round announced>decided': [...organisers, 'head of this team'],
  'round team_report>minutes_signed': [...organisers, 'head of this team'],
  'round conclusion_issued>team_report': organisers,
  'round remediation>conclusion_issued': organisers,
  'round closed>remediation': organisers,
  'visit awaiting_report>unit_reported': [...organisers, 'secretary of this team', 'officer of the unit', 'leader of the unit'],
  'visit awaiting_report>on_site': leading,
  'visit unit_reported>on_site': leading,
  'visit on_site>minutes_agreed': leading,
  'visit minutes_agreed>minutes_signed': heads,
  'visit unit_reported>awaiting_report': office,
  'visit on_site>unit_reported': leading,
  'visit minutes_agreed>on_site': leading,
  'visit minutes_signed>minutes_agreed': heads,
};

const moves = [
  ...roundMoves.map((move) => [`round ${move.from}>${move.to}`, move.movers] as const),
  ...visitMoves.map((move) => [`visit ${move.from}>${move.to}`, move.movers] as const),
];

describe('every step × every role, seated here, elsewhere or nowhere', () => {
  test('the table names every step', () => {
    expect(Object.keys(takers).sort()).toEqual(moves.map(([name]) => name).sort());
  });

  test.each(moves)('%s', (name, movers) => {
    const may = (Object.keys(cast) as Person[]).filter((person) => movers.some((mover) => cast[person].includes(mover)));

    expect(may.sort()).toEqual([...(takers[name] ?? [])].sort());
  });
});
