// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Objection, selectObjections } from '../../data/cycle/objections.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { mayAct } from '../../domain/cycle/acts.ts';
import { appraisesItem } from '../../domain/cycle/appraisal.ts';
import type { Phase } from '../../domain/cycle/phases.ts';
import { latestScores } from '../../domain/cycle/stages.ts';
import { type Scope, shownDueDays } from '../cycle/open-round.ts';
import { loadSheets } from './load-sheets.ts';

/** An objection with the item it is about, the points on both sides, and whether the reader may answer it now. */
export type ObjectionCase = Objection & {
  readonly itemName: string;
  readonly maximum: string;
  readonly selfPoints: string | null;
  readonly appraisedPoints: string | null;
  readonly secondPoints: string | null;
  readonly mayAnswer: boolean;
  /** The last day of the second appraisal, by which it is answered; null where none is set. */
  readonly answerDueOn: Day | null;
};

export type Objections = {
  readonly phase: Phase;
  /** When the units may still object: the last day, by sheet where it differs; null where none is set. */
  readonly dueDays: readonly { readonly sheetId: string; readonly unitName: string; readonly dueOn: Day | null }[];
  readonly rows: readonly ObjectionCase[];
};

/**
 * Objections of a round that the reader reaches, those that wait first, by their deadlines.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function listObjections(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<Objections> {
  const { round, held, fields, sheets } = await loadSheets(db, actor, scope, roundId);
  const ids = sheets.map(({ unit }) => unit.id);
  const objecting = await shownDueDays(db, round, 'explanation', ids);
  const answering = await shownDueDays(db, round, 'second_appraisal', ids);
  const may = mayAct('answer_objection', { held, phase: round.phase });
  const rows = (await selectObjections(cycleDb(db), scope, roundId)).flatMap((one) => {
    const sheet = sheets.find(({ unit }) => unit.id === one.roundUnitId);
    const node = sheet?.set.items[sheet.set.itemAt.get(one.itemCode) ?? -1]?.node;
    if (!sheet || !node) return [];
    const given = latestScores(sheet.scores).get(one.itemCode);
    return [
      {
        ...one,
        itemName: node.name,
        maximum: node.maximum,
        selfPoints: given?.self?.points ?? null,
        appraisedPoints: given?.appraised_1?.points ?? null,
        secondPoints: given?.appraised_2?.points ?? null,
        mayAnswer: may && !sheet.isOwn && one.answer === null && appraisesItem(node, fields),
        answerDueOn: answering.get(one.roundUnitId) ?? null,
      },
    ];
  });
  const waitsUntil = ({ answer, answerDueOn, at }: (typeof rows)[number]): string =>
    `${answer === null ? 0 : 1} ${answerDueOn ?? '9999'} ${at}`;
  return {
    phase: round.phase,
    dueDays: sheets.map(({ unit }) => ({ sheetId: unit.id, unitName: unit.authorityName, dueOn: objecting.get(unit.id) ?? null })),
    rows: rows.sort((a, b) => (waitsUntil(a) < waitsUntil(b) ? -1 : 1)),
  };
}
