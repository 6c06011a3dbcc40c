// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { UnitScope } from '#platform/permissions/permissions';
import type { PhaseDates } from '../../domain/cycle/due.ts';
import type { Phase } from '../../domain/cycle/phases.ts';
import type { CycleDb } from './tables.ts';

type Reach = Pick<UnitScope, 'roots'>;

export type Round = {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly organisingUnitId: string;
  readonly organisingUnitName: string;
  readonly asOf: Day;
  readonly phase: Phase;
  readonly phaseSince: Day;
  readonly decisionDocumentId: string | null;
  readonly mark: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Whether the reader's scope reaches the organising unit, and so the whole round. */
  readonly full: boolean;
};

export type NewRound = {
  readonly year: number;
  readonly title: string;
  readonly organisingUnitId: string;
  readonly asOf: Day;
  readonly mark: string | null;
};

export type RoundGroup = { readonly code: string; readonly name: string; readonly setId: string };

function readable(db: CycleDb, scope: Reach) {
  const full = withinScope('r.organising_unit_id', scope);
  const partly = sql<SqlBool>`exists (select from scoring.round_unit ru where ru.round_id = r.id and ${withinScope('ru.unit_id', scope)})`;
  return db
    .selectFrom('scoring.round as r')
    .innerJoin('units.unit as o', 'o.id', 'r.organising_unit_id')
    .select([
      'r.id',
      'r.year',
      'r.title',
      'r.organising_unit_id as organisingUnitId',
      'o.authority_name as organisingUnitName',
      'r.as_of as asOf',
      'r.phase',
      'r.phase_since as phaseSince',
      'r.decision_document_id as decisionDocumentId',
      'r.mark',
      'r.version',
      'r.updated_at as updatedAt',
      'r.updated_by as updatedBy',
    ])
    .select(sql<boolean>`${full}`.as('full'))
    .where(sql<SqlBool>`(${full} or ${partly})`);
}

/** The rounds that a scope reaches, latest year first. */
export async function selectRounds(db: CycleDb, scope: Reach): Promise<Round[]> {
  return readable(db, scope).orderBy('r.year', 'desc').orderBy('r.created_at', 'desc').execute();
}

export async function findRound(db: CycleDb, scope: Reach, id: string): Promise<Round | undefined> {
  return readable(db, scope).where('r.id', '=', id).executeTakeFirst();
}

/** Locks a round until the transaction ends: to change it, or so that it stays in its phase while sheets are changed. */
export async function lockRound(db: CycleDb, id: string, to: 'update' | 'share'): Promise<void> {
  const query = db.selectFrom('scoring.round').select('id').where('id', '=', id);
  await (to === 'update' ? query.forUpdate() : query.forShare()).execute();
}

/** The sheet of a unit in the latest round of the organiser of an earlier year that it was in, for scores of last year. */
export async function findSheetBefore(
  db: CycleDb,
  round: Pick<Round, 'organisingUnitId' | 'year'>,
  unitId: string,
): Promise<{ roundId: string; year: number; sheetId: string; groupCode: string; isPublished: boolean } | undefined> {
  return db
    .selectFrom('scoring.round as r')
    .innerJoin('scoring.round_unit as ru', 'ru.round_id', 'r.id')
    .select(['r.id as roundId', 'r.year', 'ru.id as sheetId', 'ru.group_code as groupCode'])
    .select(sql<boolean>`exists (select from scoring.publication p where p.round_id = r.id)`.as('isPublished'))
    .where('r.organising_unit_id', '=', round.organisingUnitId)
    .where('r.year', '<', round.year)
    .where('ru.unit_id', '=', unitId)
    .orderBy('r.year', 'desc')
    .orderBy('r.created_at', 'desc')
    .executeTakeFirst();
}

/** The rounds of an organiser up to the year of one of them, earliest first. */
export async function selectRoundsOf(
  db: CycleDb,
  round: Pick<Round, 'organisingUnitId' | 'year'>,
): Promise<readonly { readonly id: string; readonly year: number }[]> {
  return db
    .selectFrom('scoring.round')
    .select(['id', 'year'])
    .where('organising_unit_id', '=', round.organisingUnitId)
    .where('year', '<=', round.year)
    .orderBy('year')
    .orderBy('created_at')
    .execute();
}

export async function findRoundByMark(db: CycleDb, mark: string): Promise<string | undefined> {
  return (await db.selectFrom('scoring.round').select('id').where('mark', '=', mark).executeTakeFirst())?.id;
}

export async function insertRound(
  db: CycleDb,
  by: string,
  round: NewRound,
  today: Day,
  parts: {
    readonly groups: readonly (RoundGroup & { readonly unitIds: readonly string[] })[];
    readonly dates: readonly PhaseDates[];
  },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('scoring.round')
    .values({
      id,
      year: round.year,
      title: round.title,
      organising_unit_id: round.organisingUnitId,
      as_of: round.asOf,
      phase_since: today,
      decision_document_id: null,
      mark: round.mark,
      created_by: by,
      updated_by: by,
    })
    .execute();
  await db
    .insertInto('scoring.round_group')
    .values(parts.groups.map(({ code, name, setId }, position) => ({ round_id: id, code, name, set_id: setId, position })))
    .execute();
  await db
    .insertInto('scoring.round_unit')
    .values(
      parts.groups.flatMap(({ code, unitIds }) =>
        unitIds.map((unitId) => ({
          id: newId(),
          round_id: id,
          group_code: code,
          unit_id: unitId,
          approved_at: null,
          approved_by: null,
          updated_by: by,
        })),
      ),
    )
    .execute();
  await replaceDates(db, id, parts.dates);
  return id;
}

export async function replaceDates(db: CycleDb, roundId: string, dates: readonly PhaseDates[]): Promise<void> {
  await db.deleteFrom('scoring.round_phase').where('round_id', '=', roundId).execute();
  if (dates.length === 0) return;
  await db
    .insertInto('scoring.round_phase')
    .values(
      dates.map(({ phase, opensOn, closesOn, workingDays }) => ({
        round_id: roundId,
        phase,
        opens_on: opensOn,
        closes_on: closesOn,
        working_days: workingDays,
      })),
    )
    .execute();
}

export async function selectDates(db: CycleDb, roundId: string): Promise<PhaseDates[]> {
  return db
    .selectFrom('scoring.round_phase')
    .select(['phase', 'opens_on as opensOn', 'closes_on as closesOn', 'working_days as workingDays'])
    .where('round_id', '=', roundId)
    .execute();
}

export async function selectGroups(db: CycleDb, roundId: string): Promise<RoundGroup[]> {
  return db
    .selectFrom('scoring.round_group')
    .select(['code', 'name', 'set_id as setId'])
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute();
}

/** Notes a change of the round itself, so that whoever looked at it before is told so. */
export async function updateRound(
  db: CycleDb,
  id: string,
  by: string,
  change: { readonly phase?: Phase; readonly phaseSince?: Day; readonly decisionDocumentId?: string | null } = {},
): Promise<void> {
  await db
    .updateTable('scoring.round')
    .set({
      ...(change.phase ? { phase: change.phase } : {}),
      ...(change.phaseSince ? { phase_since: change.phaseSince } : {}),
      ...(change.decisionDocumentId !== undefined ? { decision_document_id: change.decisionDocumentId } : {}),
      version: sql<number>`version + 1`,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .execute();
}

export type RoundEvent = {
  readonly roundUnitId: string | null;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string | null;
  readonly at: string;
  readonly actorName: string;
};

export async function insertEvent(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  event: { roundId: string; roundUnitId: string | null; from: string | null; to: string; reason: string | null },
): Promise<void> {
  await db
    .insertInto('scoring.round_event')
    .values({
      id: newId(),
      round_id: event.roundId,
      round_unit_id: event.roundUnitId,
      from_state: event.from,
      to_state: event.to,
      reason: event.reason,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

/** History of the round itself, or of one unit in it. */
export async function selectEvents(db: CycleDb, roundId: string, roundUnitId: string | null): Promise<RoundEvent[]> {
  return db
    .selectFrom('scoring.round_event')
    .select(['round_unit_id as roundUnitId', 'from_state as fromState', 'to_state as toState', 'reason', 'at', 'actor_name as actorName'])
    .where('round_id', '=', roundId)
    .where('round_unit_id', roundUnitId === null ? 'is' : '=', roundUnitId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
