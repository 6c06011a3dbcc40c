// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Score } from './stages.ts';
import { unsettledItems } from './unsettled.ts';

const given: Score = {
  itemCode: '1',
  stage: 'survey',
  sequence: 1,
  input: { kind: 'answers', counts: { A: '6' } },
  outcome: 'scored',
  points: '5',
  note: null,
  source: null,
  origin: null,
  inSightOf: 0,
  at: '2026-03-01T00:00:00Z',
  actorName: 'thử',
};
const items = [{ code: '1' }, { code: '2' }];

test('an item is settled by any score that stands, also by one that gives nothing', () => {
  const left: Score = {
    ...given,
    itemCode: '2',
    stage: 'council',
    input: { kind: 'not_applicable' },
    outcome: 'not_applicable',
    points: '0',
  };

  expect(unsettledItems(items, [])).toEqual(items);
  expect(unsettledItems(items, [given])).toEqual([{ code: '2' }]);
  expect(unsettledItems(items, [given, left])).toEqual([]);
});

test('a score settles nothing once an earlier stage was scored anew after it', () => {
  const decided: Score = { ...given, stage: 'council' };
  const appraised: Score = { ...given, stage: 'appraised_1', inSightOf: 2 };

  expect(unsettledItems([{ code: '1' }], [decided])).toEqual([]);
  expect(unsettledItems([{ code: '1' }], [decided, appraised])).toEqual([{ code: '1' }]);
});
