// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { findLatestPublication, type PublicationHead, selectPublicationsBefore } from '../../data/cycle/publications.repo.ts';
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { selectInputs } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { gradeName, rankGroup } from '../../domain/cycle/results.ts';
import { readSnapshot, type Unsettled } from '../../domain/cycle/snapshot.ts';
import type { View } from '../../domain/cycle/stages.ts';
import { openRound, type Scope, setsOfRound } from './open-round.ts';

export type RankingRow = {
  readonly sheetId: string;
  readonly unitName: string;
  readonly selfTotal: string;
  readonly total: string;
  readonly index: string | null;
  readonly gradeCode: string | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly missing: number;
  /** Points of the fields, in the order in which the group names them. */
  readonly fieldPoints: readonly string[];
  /** Place of the same unit in the last published round before; null where it was in none. */
  readonly before: Standing | null;
};

/** A place in the peer group that a unit had in a year. */
export type Standing = { readonly year: number; readonly rank: number | null; readonly of: number; readonly index: string | null };

export type RankingGroup = {
  readonly code: string;
  readonly name: string;
  readonly maximum: string;
  readonly certainty: CriteriaSet['certainty'];
  readonly fields: readonly { readonly code: string; readonly name: string; readonly maximum: string }[];
  /** Best first; a grade begins at its percent of the index. */
  readonly grades: CriteriaSet['grades'];
  readonly rows: readonly RankingRow[];
};

export type Ranking = {
  /** The frozen publication that the rows are taken from; null while the round is under way. */
  readonly publication: PublicationHead | null;
  /** Whether all units of the group are among the rows, so that ranks can be told. */
  readonly whole: boolean;
  /** What counts nothing in the frozen publication, and why it was published all the same; null where there is none of that. */
  readonly unsettled: Unsettled | null;
  readonly groups: readonly RankingGroup[];
};

/**
 * Ranks within the peer groups. A published round shows its frozen result to everybody who sees the round; before, the organiser sees
 * all units as they stand, others their own without ranks.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function readRanking(db: Db, actor: Actor, scope: Scope, id: string, view: View): Promise<Ranking> {
  const { round } = await openRound(db, actor, scope, id);
  const own = cycleDb(db);
  const before = await standingsBefore(db, round);
  if (round.phase === 'published') {
    const published = await findLatestPublication(own, id);
    if (published) {
      const { content, ...publication } = published;
      const { unsettled = null, groups } = readSnapshot(content);
      return { publication, whole: true, unsettled, groups: groups.map((group) => frozenGroup(group, before)) };
    }
  }
  const { groups, sets } = await setsOfRound(db, id);
  const units = await selectRoundUnits(own, scope, id);
  const sheetIds = round.full ? undefined : units.map((unit) => unit.id);
  const scores = await selectInputs(own, id, sheetIds);
  return {
    publication: null,
    whole: round.full,
    unsettled: null,
    groups: groups.flatMap(({ code, name }) => {
      const set = sets.get(code);
      if (!set) return [];
      const members = units.filter(({ groupCode }) => groupCode === code);
      const selfTotals = new Map(rankGroup(set, members, scores, 'self').map(({ unit, result }) => [unit.id, result.total]));
      const rows = rankGroup(set, members, scores, view).map(({ unit, result, rank }) => ({
        sheetId: unit.id,
        unitName: unit.authorityName,
        selfTotal: selfTotals.get(unit.id) ?? '0',
        ...shownResult(result, set.set, round.full ? rank : null),
        grade: gradeName(set, result.gradeCode),
        before: before.get(unit.unitId) ?? null,
      }));
      return [{ ...headOf(code, name, set.set), rows: ordered(rows) }];
    }),
  };
}

/** Where each unit stood in the last earlier year of the organiser that has a published round. */
async function standingsBefore(db: Db, round: Round): Promise<ReadonlyMap<string, Standing>> {
  const earlier = await selectPublicationsBefore(cycleDb(db), round);
  return new Map(
    earlier.flatMap(({ year, content }) =>
      readSnapshot(content).groups.flatMap(({ units }) =>
        units.map(({ unitId, rank, result }) => [unitId, { year, rank, of: units.length, index: result.index }] as const),
      ),
    ),
  );
}

type FrozenGroup = ReturnType<typeof readSnapshot>['groups'][number];

function frozenGroup({ code, name, set, units }: FrozenGroup, before: ReadonlyMap<string, Standing>): RankingGroup {
  const rows = units.map((unit) => ({
    sheetId: unit.sheetId,
    unitName: unit.name,
    selfTotal: unit.selfTotal,
    ...shownResult(unit.result, set.content, unit.rank),
    grade: set.content.grades.find((grade) => grade.code === unit.result.gradeCode)?.name ?? null,
    before: before.get(unit.unitId) ?? null,
  }));
  return { ...headOf(code, name, set.content), rows: ordered(rows) };
}

function headOf(code: string, name: string, set: CriteriaSet): Omit<RankingGroup, 'rows'> {
  const fields = set.nodes
    .filter(({ kind }) => kind === 'field')
    .map((node) => ({ code: node.code, name: node.name, maximum: node.maximum }));
  return { code, name, maximum: set.maximum, certainty: set.certainty, fields, grades: set.grades };
}

function shownResult(
  result: ReturnType<typeof rankGroup>[number]['result'],
  set: CriteriaSet,
  rank: number | null,
): Omit<RankingRow, 'sheetId' | 'unitName' | 'selfTotal' | 'grade' | 'before'> {
  const isField = new Set(set.nodes.filter(({ kind }) => kind === 'field').map(({ code }) => code));
  const { total, index, gradeCode, missing } = result;
  const fieldPoints = result.nodes.filter(({ code }) => isField.has(code)).map(({ points }) => points);
  return { total, index, gradeCode, rank, missing: missing.length, fieldPoints };
}

function ordered(rows: readonly RankingRow[]): RankingRow[] {
  return [...rows].sort((a, b) => (a.rank ?? 9_999) - (b.rank ?? 9_999));
}
