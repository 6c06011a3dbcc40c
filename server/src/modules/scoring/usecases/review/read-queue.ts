// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { selectRoundEvidence } from '../../data/cycle/evidence.repo.ts';
import { selectObjections } from '../../data/cycle/objections.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import type { CriteriaNode } from '../../domain/criteria/criteria-set.ts';
import { actNames } from '../../domain/cycle/acts.ts';
import { appraisesItem } from '../../domain/cycle/appraisal.ts';
import { capacityNames, type Phase } from '../../domain/cycle/phases.ts';
import { isScoredAt, latestScores, type Score, standingScore } from '../../domain/cycle/stages.ts';
import type { Scope } from '../cycle/open-round.ts';
import { type LoadedSheet, loadSheets } from './load-sheets.ts';

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
 * What waits for the appraiser: units × items of the own fields. In the first appraisal every item of these fields; once units may
 * object, the items that they objected to: open until the objection is answered and, where it was accepted, the item appraised again.
 *
 * @throws AppError `scoring.round_not_found`, `scoring.not_your_part`
 */
export async function readQueue(db: Db, actor: Actor, scope: Scope, roundId: string, asked: QueueAsked): Promise<Queue> {
  const { round, held, fields, sheets } = await loadSheets(db, actor, scope, roundId);
  if (!held.has('appraiser'))
    throw new AppError('forbidden', 'scoring.not_your_part', { act: actNames.appraise_1, allowed: capacityNames.appraiser });
  const isSecond = round.phase === 'explanation' || round.phase === 'second_appraisal';
  const own = cycleDb(db);
  const evidence = new Map<string, number>();
  for (const { roundUnitId, itemCode } of await selectRoundEvidence(own, roundId))
    evidence.set(`${roundUnitId} ${itemCode}`, (evidence.get(`${roundUnitId} ${itemCode}`) ?? 0) + 1);
  const objections = await selectObjections(own, scope, roundId);

  const all = sheets.flatMap((sheet) => {
    const latest = latestScores(sheet.scores);
    return sheet.set.items.flatMap(({ node }) => {
      const made = objections.filter((one) => one.roundUnitId === sheet.unit.id && one.itemCode === node.code);
      if (!isScoredAt(node, 'appraised_1') || !appraisesItem(node, fields) || (isSecond && made.length === 0)) return [];
      const given = latest.get(node.code);
      const second = standingScore(given, 'appraised_2');
      const isOpen = isSecond
        ? made.some(({ answer, accepted }) => answer === null || (accepted === true && !second))
        : !standingScore(given, 'appraised_1');
      return [rowOf(sheet, node, given, evidence.get(`${sheet.unit.id} ${node.code}`) ?? 0, isOpen)];
    });
  });
  const shown = all.filter(
    (row) =>
      (asked.state === 'all' || row.isOpen === (asked.state === 'open')) &&
      (asked.sheetId === undefined || row.sheetId === asked.sheetId) &&
      (asked.itemCode === undefined || row.itemCode === asked.itemCode),
  );
  return {
    stage: isSecond ? 'appraised_2' : 'appraised_1',
    phase: round.phase,
    progress: progressOf(all),
    units: perKey(
      all,
      ({ sheetId }) => sheetId,
      ({ sheetId, unitName }) => ({ sheetId, unitName }),
    ),
    items: perKey(
      all,
      ({ itemCode }) => itemCode,
      ({ itemCode, itemName }) => ({ itemCode, itemName }),
    ),
    total: shown.length,
    rows: shown.slice(asked.offset, asked.offset + asked.limit),
  };
}

type Given = Partial<Record<Score['stage'], Score>> | undefined;

function rowOf({ unit }: LoadedSheet, node: CriteriaNode, given: Given, papers: number, isOpen: boolean): QueueRow {
  const appraised = standingScore(given, 'appraised_2') ?? standingScore(given, 'appraised_1');
  return {
    sheetId: unit.id,
    unitName: unit.authorityName,
    itemCode: node.code,
    itemName: node.name,
    maximum: node.maximum,
    selfPoints: given?.self?.points ?? null,
    appraisedPoints: appraised?.points ?? null,
    papers,
    isExplained: Boolean(given?.self?.note),
    isOpen,
  };
}

function progressOf(rows: readonly QueueRow[]): Progress {
  return { done: rows.filter(({ isOpen }) => !isOpen).length, all: rows.length };
}

function perKey<H>(rows: readonly QueueRow[], key: (row: QueueRow) => string, head: (row: QueueRow) => H): (H & Progress)[] {
  const found = new Map<string, QueueRow[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()].flatMap((own) => (own[0] ? [{ ...head(own[0]), ...progressOf(own) }] : []));
}
