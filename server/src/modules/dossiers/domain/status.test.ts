// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { defaultTransitions, findStatus, mayMove, movesFrom, nationalStatuses, type TransitionTable } from './status.ts';

test('the ten statuses bear the codes 1 to 10 and the wording of the national portal', () => {
  expect(nationalStatuses.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(findStatus(5)?.vi).toBe('Yêu cầu bổ sung giấy tờ');
  expect(findStatus(11)).toBeUndefined();
});

test('a closed dossier goes nowhere, and every other status can be left', () => {
  for (const { code, terminal } of nationalStatuses) expect([code, movesFrom(code).length === 0]).toEqual([code, terminal]);
});

test('every status but the first is reached from the first', () => {
  const reached = new Set<number>([1]);
  for (const code of reached) for (const next of movesFrom(findStatus(code)?.code ?? 1)) reached.add(next);

  expect([...reached].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('moves that the table does not name are refused, and a province’s own table goes before the default', () => {
  const own: TransitionTable = { mark: 'province', moves: [{ from: 9, to: 4 }] };

  expect([mayMove(4, 5), mayMove(5, 9), mayMove(10, 4), mayMove(4, 4)]).toEqual([true, false, false, false]);
  expect([mayMove(9, 4), mayMove(9, 4, own), mayMove(4, 5, own)]).toEqual([false, true, false]);
  expect(defaultTransitions.mark).toBe('background');
});
