// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { ReformField } from '#kernel/reform-fields';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { countPapers } from '../../data/cycle/evidence.repo.ts';
import { type Objection, selectObjections } from '../../data/cycle/objections.repo.ts';
import { selectAppraised } from '../../data/cycle/progress.repo.ts';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { type CycleDb, cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectRoundUnits } from '../../data/cycle/units.repo.ts';
import type { CriteriaNode } from '../../domain/criteria/criteria-set.ts';
import { actNames } from '../../domain/cycle/acts.ts';
import { appraisesItem } from '../../domain/cycle/appraisal.ts';
import { capacityNames, type Phase } from '../../domain/cycle/phases.ts';
import { isScoredAt, latestScores, standingScore } from '../../domain/cycle/stages.ts';
import type { CompiledItem } from '../../domain/engine/item.ts';
import { openRound, ownUnits, type Scope, setsOfRound } from '../cycle/open-round.ts';

export const queueStates = ['open', 'done', 'all'] as const;
export type QueueAsked = {
  readonly state: (typeof queueStates)[number];
  readonly sheetId?: string | undefined;
  readonly itemCode?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

export type QueueRow = {
  readonly sheetId: string;
  readonly unitName: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly maximum: string;
  readonly selfPoints: string | null;
  readonly appraisedPoints: string | null;
  readonly papers: number;
  readonly isExplained: boolean;
  readonly isOpen: boolean;
};

export type Progress = { readonly done: number; readonly all: number };
export type Queue = {
  readonly stage: 'appraised_1' | 'appraised_2';
  readonly phase: Phase;
  readonly progress: Progress;
  readonly units: readonly (Progress & { readonly sheetId: string; readonly unitName: string })[];
  readonly items: readonly (Progress & { readonly itemCode: string; readonly itemName: string })[];
  readonly total: number;
  readonly rows: readonly QueueRow[];
};

/**
 * What waits for the appraiser: units × items of the own fields, without the units that they may score for themselves. In the first
 * appraisal every item of these fields; once units may object, the items that they objected to: open until the objection is answered
 * and, where it was accepted, the item appraised again.
 *
 * @throws AppError `scoring.round_not_found`, `scoring.not_your_part`
 */
export async function readQueue(db: Db, actor: Actor, scope: Scope, roundId: string, asked: QueueAsked): Promise<Queue> {
  const { round, held, fields } = await openRound(db, actor, scope, roundId);
  if (!held.has('appraiser'))
    throw new AppError('forbidden', 'scoring.not_your_part', { act: actNames.appraise_1, allowed: capacityNames.appraiser });
  const isSecond = round.phase === 'explanation' || round.phase === 'second_appraisal';
  const stage = isSecond ? 'appraised_2' : 'appraised_1';
  const own = cycleDb(db);
  const reached = await selectRoundUnits(own, scope, roundId);
  const ofReader = await ownUnits(
    db,
    actor,
    round,
    reached.map(({ unitId }) => unitId),
  );
  const units = reached.filter(({ unitId }) => !ofReader.has(unitId));
  const { sets } = await setsOfRound(db, roundId);
  const objected = isSecond ? byPlace(await selectObjections(own, scope, roundId)) : undefined;
  const sheetIds = objected ? [...new Set([...objected.values()].flat().map(({ roundUnitId }) => roundUnitId))] : undefined;
  const appraised = await selectAppraised(own, roundId, stage, sheetIds ?? (round.full ? undefined : units.map(({ id }) => id)));
  const nodesOf = new Map([...sets].map(([code, { items }]) => [code, ownNodes(items, fields)]));

  const all: Place[] = [];
  for (const unit of units) {
    const done = appraised.get(unit.id);
    for (const node of nodesOf.get(unit.groupCode) ?? []) {
      const isDone = done?.has(node.code) === true;
      const made = objected?.get(`${unit.id} ${node.code}`);
      if (!objected) all.push({ unit, node, isOpen: !isDone });
      else if (made)
        all.push({
          unit,
          node,
          isOpen: made.some(
            ({ answer, accepted, appraisedSince }) => answer === null || (accepted === true && !(isDone && appraisedSince)),
          ),
        });
    }
  }
  const shown = all.filter(
    ({ unit, node, isOpen }) =>
      (asked.state === 'all' || isOpen === (asked.state === 'open')) &&
      (asked.sheetId === undefined || unit.id === asked.sheetId) &&
      (asked.itemCode === undefined || node.code === asked.itemCode),
  );
  return {
    stage,
    phase: round.phase,
    progress: { done: all.filter(({ isOpen }) => !isOpen).length, all: all.length },
    units: perKey(
      all,
      ({ unit }) => unit.id,
      ({ unit }) => ({ sheetId: unit.id, unitName: unit.authorityName }),
    ),
    items: perKey(
      all,
      ({ node }) => node.code,
      ({ node }) => ({ itemCode: node.code, itemName: node.name }),
    ),
    total: shown.length,
    rows: await rowsOf(own, roundId, shown.slice(asked.offset, asked.offset + asked.limit)),
  };
}

/** An item of a unit that the appraiser has to do with. */
type Place = { readonly unit: RoundUnit; readonly node: CriteriaNode; readonly isOpen: boolean };

function ownNodes(items: readonly CompiledItem[], fields: readonly ReformField[] | null): readonly CriteriaNode[] {
  return items.map(({ node }) => node).filter((node) => isScoredAt(node, 'appraised_1') && appraisesItem(node, fields));
}

function byPlace(objections: readonly Objection[]): ReadonlyMap<string, readonly Objection[]> {
  const found = new Map<string, Objection[]>();
  for (const one of objections) {
    const key = `${one.roundUnitId} ${one.itemCode}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** The rows of one page with their points and evidence; what is not shown is not read. */
async function rowsOf(db: CycleDb, roundId: string, page: readonly Place[]): Promise<QueueRow[]> {
  const pairs = page.map(({ unit, node }) => ({ sheetId: unit.id, itemCode: node.code }));
  const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];
  const sheetIds = distinct(pairs.map(({ sheetId }) => sheetId));
  const codes = distinct(pairs.map(({ itemCode }) => itemCode));
  const scores = await selectLatestScores(db, roundId, sheetIds, codes);
  const latest = new Map([...scores].map(([sheetId, given]) => [sheetId, latestScores(given)]));
  const papers = await countPapers(db, pairs);
  return page.map(({ unit, node, isOpen }) => {
    const given = latest.get(unit.id)?.get(node.code);
    const appraised = standingScore(given, 'appraised_2') ?? standingScore(given, 'appraised_1');
    return {
      sheetId: unit.id,
      unitName: unit.authorityName,
      itemCode: node.code,
      itemName: node.name,
      maximum: node.maximum,
      selfPoints: given?.self?.points ?? null,
      appraisedPoints: appraised?.points ?? null,
      papers: papers.get(`${unit.id} ${node.code}`) ?? 0,
      isExplained: Boolean(given?.self?.note),
      isOpen,
    };
  });
}

function perKey<H>(places: readonly Place[], key: (place: Place) => string, head: (place: Place) => H): (H & Progress)[] {
  const found = new Map<string, { first: Place; done: number; all: number }>();
  for (const place of places) {
    const own = found.get(key(place)) ?? { first: place, done: 0, all: 0 };
    if (own.all === 0) found.set(key(place), own);
    own.all += 1;
    if (!place.isOpen) own.done += 1;
  }
  return [...found.values()].map(({ first, done, all }) => ({ ...head(first), done, all }));
}
