// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Actor, Role } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { countAppraised, selectProgress } from '../../data/cycle/progress.repo.ts';
import { type Round, selectRounds } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { countObjections, selectWaitingSheets } from '../../data/cycle/work.repo.ts';
import { type Act, actRules, mayAct } from '../../domain/cycle/acts.ts';
import { appraisesItem } from '../../domain/cycle/appraisal.ts';
import { sheetCounts } from '../../domain/cycle/completeness.ts';
import type { Phase, UnitState } from '../../domain/cycle/phases.ts';
import { isScoredAt } from '../../domain/cycle/stages.ts';
import { openRound, ownUnits, type Scope, setsOfRound, shownDueDays } from './open-round.ts';

export const scoringWorkKinds = ['self_score', 'approve', 'appraise', 'answer_objection', 'appraise_again'] as const;

/** What waits for a person in a round: a sheet, several sheets together, or items over all sheets. */
export type ScoringWork = {
  readonly kind: (typeof scoringWorkKinds)[number];
  readonly roundTitle: string;
  /** The unit of the sheet, or the organiser where it concerns several. */
  readonly unitName: string;
  /** Sheets that wait; null where items over many sheets are told. */
  readonly sheets: number | null;
  /** Items still to score, or to judge; null where several sheets are told together. */
  readonly items: number | null;
  readonly dueOn: Day | null;
  readonly isOverdue: boolean;
  readonly link: string;
};

/** Sheets of one round that are told one by one; of more, only how many there are. */
const mostSheets = 5;

/** What waits for the person in the rounds that they reach: each with the day until when and where to do it. */
export async function listScoringWork(db: Db, actor: Actor, scope: Scope, today: Day = todayInVietnam()): Promise<{ rows: ScoringWork[] }> {
  const rows: ScoringWork[] = [];
  for (const round of await selectRounds(cycleDb(db), scope)) {
    if (round.phase === 'self_scoring') {
      const [officer, leader] = [rightOf(actor, 'unit_officer'), rightOf(actor, 'unit_leader')];
      rows.push(...(await sheetWork(db, scope, round, { kind: 'self_score', state: 'scoring', right: officer }, today)));
      rows.push(...(await sheetWork(db, scope, round, { kind: 'approve', state: 'handed_in', right: leader }, today)));
    }
    rows.push(...(await appraisalWork(db, actor, scope, round, today)));
  }
  return { rows: rows.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')) };
}

function rightOf(actor: Actor, role: Role): SheetKind['right'] {
  return { roots: [...new Set(actor.grants.filter((grant) => grant.role === role).map(({ unitId }) => unitId))] };
}

type SheetKind = {
  readonly kind: 'self_score' | 'approve';
  readonly state: UnitState;
  readonly right: { readonly roots: readonly string[] };
};

async function sheetWork(db: Db, scope: Scope, round: Round, { kind, state, right }: SheetKind, today: Day): Promise<ScoringWork[]> {
  if (right.roots.length === 0) return [];
  const own = cycleDb(db);
  const { total, rows } = await selectWaitingSheets(own, scope, right, { roundId: round.id, state, most: mostSheets });
  const ids = rows.map(({ id }) => id);
  const due = await shownDueDays(db, round, 'self_scoring', ids);
  if (total > mostSheets) {
    const where = { unitName: round.organisingUnitName, link: `/scoring/rounds/${round.id}` };
    return [{ kind, roundTitle: round.title, ...where, sheets: total, items: null, ...within(dayOfAll(due), today) }];
  }
  if (total === 0) return [];
  const { sets } = await setsOfRound(db, round.id);
  const itemsOf = new Map([...sets].map(([code, { items }]) => [code, items.map(({ node }) => node)]));
  const progress = await selectProgress(own, round.id, itemsOf, ids);
  return rows.map(({ id, groupCode, unitName }) => {
    const { selfItems, selfScored } = sheetCounts(itemsOf.get(groupCode) ?? [], progress.get(id));
    const items = kind === 'self_score' ? selfItems - selfScored : selfItems;
    const where = { unitName, link: `/scoring/sheets/${id}` };
    return { kind, roundTitle: round.title, ...where, sheets: 1, items, ...within(due.get(id) ?? null, today) };
  });
}

const within = (dueOn: Day | null, today: Day): Pick<ScoringWork, 'dueOn' | 'isOverdue'> => ({
  dueOn,
  isOverdue: dueOn !== null && dueOn < today,
});

/** The earliest of the last days. */
const dayOfAll = (due: ReadonlyMap<string, Day | null>): Day | null =>
  [...due.values()].filter((day) => day !== null).sort((a, b) => a.localeCompare(b))[0] ?? null;

const judgedIn: ReadonlySet<Phase> = new Set([...actRules.appraise_1.during, ...actRules.answer_objection.during]);

/** Items of the own fields, of units that the person may not score for themselves; see `readQueue`, which lists them. */
async function appraisalWork(db: Db, actor: Actor, scope: Scope, seen: Round, today: Day): Promise<ScoringWork[]> {
  if (!judgedIn.has(seen.phase) || !actor.grants.some(({ role }) => role === 'par_officer')) return [];
  const { round, held, fields } = await openRound(db, actor, scope, seen.id);
  const may = (act: Act): boolean => mayAct(act, { held, phase: round.phase });
  if (!may('appraise_1') && !may('answer_objection')) return [];
  const own = cycleDb(db);
  const units = await selectRoundUnits(own, scope, round.id);
  const unitIds = units.map(({ unitId }) => unitId);
  const ofReader = await ownUnits(db, actor, round, unitIds);
  const { sets } = await setsOfRound(db, round.id);
  const codesOf = new Map(
    [...sets].map(([group, { items }]) => [
      group,
      items.flatMap(({ node }) => (isScoredAt(node, 'appraised_1') && appraisesItem(node, fields) ? [node.code] : [])),
    ]),
  );
  const dueOf = async (phase: Phase): Promise<Day | null> =>
    dayOfAll(
      await shownDueDays(
        db,
        round,
        phase,
        units.slice(0, 1).map(({ id }) => id),
      ),
    );
  const work = async (kind: ScoringWork['kind'], items: number, phase: Phase, room: 'queue' | 'objections'): Promise<ScoringWork[]> => {
    if (items <= 0) return [];
    const where = { unitName: round.organisingUnitName, link: `/scoring/rounds/${round.id}/${room}` };
    return [{ kind, roundTitle: round.title, ...where, sheets: null, items, ...within(await dueOf(phase), today) }];
  };
  if (may('appraise_1')) {
    const judged = units.filter(({ unitId }) => !ofReader.has(unitId));
    const isWhole = round.full && ofReader.size === 0;
    const done = await countAppraised(own, round.id, codesOf, isWhole ? undefined : judged.map(({ id }) => id));
    const all = judged.reduce((sum, { groupCode }) => sum + (codesOf.get(groupCode)?.length ?? 0), 0);
    return work('appraise', all - done, 'appraisal', 'queue');
  }
  const { unanswered, granted } = await countObjections(own, scope, round.id, codesOf, [...ofReader]);
  return [
    ...(await work('answer_objection', unanswered, 'second_appraisal', 'objections')),
    ...(may('appraise_2') ? await work('appraise_again', granted, 'second_appraisal', 'queue') : []),
  ];
}
