// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import type { Score } from '../cycle/stages.ts';
import { compileSet } from '../engine/compile-set.ts';
import { appraiserLines, contestedItems, judgedItems, totalDifference } from './judged.ts';

const set = compileSet(aSet(nodesOfEveryMethod()));

function score(itemCode: string, stage: Score['stage'], points: string, over: Partial<Score> = {}): Score {
  const input = { kind: 'decided', points } as const;
  const base = {
    itemCode,
    stage,
    sequence: 1,
    input,
    outcome: 'scored',
    points,
    note: null,
    source: null,
    origin: null,
    inSightOf: null,
  } as const;
  return { ...base, at: '2026-02-01T00:00:00Z', actorName: 'Bà Hoa', ...over };
}
const sheet = (appraised: string, by: string): Score[] => [
  score('1', 'self', '6'),
  score('1', 'appraised_1', appraised, { actorName: by }),
  score('2', 'self', '4'),
  score('2', 'appraised_1', '4', { actorName: 'Ông Sơn' }),
  score('3', 'appraised_1', '-1', { actorName: by }),
];

test('only items with both scores are judged, and the second appraisal stands in for the first', () => {
  const judged = judgedItems(set, [...sheet('2.4', 'Bà Hoa'), score('1', 'appraised_2', '5.5')]);

  expect(judged.map(({ itemCode, difference, change }) => [itemCode, difference, change])).toEqual([
    ['1', '0.5', 'lowered'],
    ['2', '0', 'same'],
  ]);
  expect(totalDifference(judged)).toBe('0.5');
});

test('a first appraisal that judged a self-score that was corrected since counts no more', () => {
  const corrected = score('1', 'self', '5', { sequence: 2 });

  const judged = judgedItems(set, [corrected, score('1', 'appraised_1', '2', { inSightOf: 1 })]);

  expect(judged).toEqual([]);
});

test('lines count what each appraiser did in each field; half of the maximum or more is much', () => {
  const judged = [...judgedItems(set, sheet('3', 'Bà Hoa')), ...judgedItems(set, sheet('3.1', 'Bà Hoa'))];

  expect(appraiserLines(judged)).toEqual([
    {
      appraiser: 'Bà Hoa',
      field: 'procedures',
      items: 2,
      counts: { same: 0, lowered: 1, lowered_much: 1, raised: 0 },
      meanDifference: '2.95',
    },
    {
      appraiser: 'Ông Sơn',
      field: 'steering',
      items: 2,
      counts: { same: 2, lowered: 0, lowered_much: 0, raised: 0 },
      meanDifference: '0',
    },
  ]);
});

test('an item that two appraisers measure differently is told with both means and their distance', () => {
  const judged = [...judgedItems(set, sheet('6', 'Bà Hoa')), ...judgedItems(set, sheet('4', 'Ông Lâm'))];

  expect(contestedItems(judged)).toEqual([
    {
      itemCode: '1',
      itemName: judged[0]?.itemName,
      appraisers: [
        { appraiser: 'Bà Hoa', items: 1, meanDifference: '0' },
        { appraiser: 'Ông Lâm', items: 1, meanDifference: '2' },
      ],
      spread: '2',
    },
  ]);
});
