// SPDX-License-Identifier: Apache-2.0
import { fill } from '#platform/http/problem';
import type { RouteContext } from '#platform/http/route';
import { cycleErrors } from '../../domain/cycle/errors.ts';
import { readRound } from '../../usecases/cycle/read-rounds.ts';

/** The answer of every operation on a round; what stands in the way of a move is told in the sentence of its refusal. */
export async function roundSheetOf({ db, actor, scope, language }: RouteContext, id: string) {
  const sheet = await readRound(db, actor, scope, id);
  const moves = sheet.moves.map(({ obstacle, ...move }) => ({
    ...move,
    obstacle: obstacle && fill(cycleErrors[obstacle.refusal.code]?.[language] ?? obstacle.refusal.code, obstacle.refusal.params),
    asksReason: move.isBack || obstacle?.yieldsToReason === true,
  }));
  return { ...sheet, moves };
}
