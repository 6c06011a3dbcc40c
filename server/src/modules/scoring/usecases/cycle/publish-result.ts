// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { unitTree } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { findPublication, insertPublication, type PublicationHead, selectPublications } from '../../data/cycle/publications.repo.ts';
import { findRound, type Round } from '../../data/cycle/rounds.repo.ts';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { findSet } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import { rankGroup } from '../../domain/cycle/results.ts';
import { readSnapshot, type Snapshot, type SnapshotGroup, snapshotText, type Unsettled } from '../../domain/cycle/snapshot.ts';
import { countingScore, inputsOf, latestScores, type Score, type Stage } from '../../domain/cycle/stages.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { type Scope, setsOfRound } from './open-round.ts';

type Decision = { readonly id: string; readonly code: string | null; readonly issuedOn: string | null; readonly subject: string };

/** Freezes the result of a round as its next publication, with what counts nothing in it and why; earlier ones stay as they are, byte for byte. */
export async function freezeResult(
  db: Db,
  actor: Actor,
  round: Round,
  decision: Decision,
  unsettled: Unsettled | null = null,
): Promise<{ id: string; number: number; sha256: string }> {
  const own = cycleDb(db);
  const number = (await selectPublications(own, round.id)).length + 1;
  const content = snapshotText({ ...(await snapshotOf(db, round, decision, number)), ...(unsettled ? { unsettled } : {}) });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const id = await insertPublication(own, actor, { roundId: round.id, number, content, sha256, decisionDocumentId: decision.id });
  return { id, number, sha256 };
}

/**
 * One published result with its frozen bytes.
 *
 * @throws AppError `scoring.publication_not_found` also where the reader may not see the round
 */
export async function getPublication(
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ readonly head: PublicationHead; readonly content: string; readonly snapshot: Snapshot }> {
  const own = cycleDb(db);
  const found = await findPublication(own, id);
  if (!found || !(await findRound(own, scope, found.roundId))) throw new AppError('not_found', 'scoring.publication_not_found');
  const { content, ...head } = found;
  return { head, content, snapshot: readSnapshot(content) };
}

async function snapshotOf(db: Db, round: Round, decision: Decision, number: number): Promise<Snapshot> {
  return {
    format: 'tuongminh-scores',
    formatVersion: 1,
    number,
    round: {
      id: round.id,
      year: round.year,
      title: round.title,
      asOf: round.asOf,
      organiser: round.organisingUnitName,
      mark: round.mark,
    },
    decision: { code: decision.code, issuedOn: decision.issuedOn, subject: decision.subject },
    ...(await treeAndGroups(db, round)),
  };
}

async function treeAndGroups(db: Db, round: Round): Promise<Pick<Snapshot, 'tree' | 'groups'>> {
  const groups = await groupsOf(db, round);
  const rows = await unitTree(db, { roots: null }, round.asOf);
  const byId = new Map(rows.map((unit) => [unit.id, unit]));
  const wanted = new Set<string>();
  for (const { unitId } of groups.flatMap(({ units }) => units))
    for (let unit = byId.get(unitId); unit && !wanted.has(unit.id); unit = byId.get(unit.parentId ?? '')) wanted.add(unit.id);
  const tree = rows
    .filter(({ id }) => wanted.has(id))
    .map(({ code, authorityName, level, parentId }) => ({
      code,
      name: authorityName,
      level,
      parentCode: byId.get(parentId ?? '')?.code ?? null,
    }));
  return { tree, groups };
}

async function groupsOf(db: Db, round: Round): Promise<SnapshotGroup[]> {
  const own = cycleDb(db);
  const { groups, sets } = await setsOfRound(db, round.id);
  const units = await selectRoundUnits(own, { roots: null }, round.id);
  const scores = await selectLatestScores(own, round.id);
  const frozen: SnapshotGroup[] = [];
  for (const group of groups) {
    const set = sets.get(group.code);
    const stored = await findSet(scoringDb(db), group.setId);
    if (!set || !stored) throw new AppError('not_found', 'scoring.set_not_found');
    const members = units.filter(({ groupCode }) => groupCode === group.code).sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
    frozen.push({
      code: group.code,
      name: group.name,
      set: { id: group.setId, number: stored.number, sha256: stored.sha256, content: stored.content },
      units: rankGroup(set, members, scores, 'final').map(({ unit, result, rank }) => {
        const given = scores.get(unit.id) ?? [];
        const selfInputs = inputsOf(given, 'self');
        return {
          sheetId: unit.id,
          unitId: unit.unitId,
          code: unit.unitCode,
          name: unit.authorityName,
          selfInputs,
          inputs: inputsOf(given, 'final'),
          ...countingOf(given),
          selfTotal: scoreUnit(set, selfInputs).total,
          result,
          rank,
        };
      }),
    });
  }
  return frozen;
}

/** The stage of each counting input, and the source of those that nobody typed. */
function countingOf(scores: readonly Score[]): { stages: Record<string, Stage>; sources: Record<string, string> } {
  const [stages, sources]: [Record<string, Stage>, Record<string, string>] = [{}, {}];
  for (const [code, own] of latestScores(scores)) {
    const counting = countingScore(own, 'final');
    if (!counting) continue;
    stages[code] = counting.stage;
    if (counting.source) sources[code] = counting.source;
  }
  return { stages, sources };
}
