// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { fateOf } from './fate.ts';
import type { Score, Stage } from './stages.ts';

function given(stage: Stage, sequence: number, minute: number, inSightOf: number): Score {
  const at = `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
  return {
    itemCode: '1',
    stage,
    sequence,
    input: { kind: 'points', points: '1' },
    outcome: 'scored',
    points: '1',
    note: null,
    source: null,
    origin: null,
    inSightOf,
    at,
    actorName: `Người thứ ${minute}`,
  };
}
const fates = (scores: readonly Score[]) =>
  scores.map((score) => {
    const { state, by } = fateOf(score, scores);
    return [state, by && `${by.stage} ${by.sequence}`];
  });

describe('what became of a score', () => {
  test('the latest stage counts, the earlier ones stand beside it', () => {
    expect(fates([given('self', 1, 1, 0), given('appraised_1', 1, 2, 1)])).toEqual([
      ['stands', 'appraised_1 1'],
      ['counts', null],
    ]);
  });

  test('one given again at its stage replaces the one before', () => {
    expect(fates([given('self', 1, 1, 0), given('self', 2, 2, 0), given('self', 3, 3, 0)])).toEqual([
      ['replaced', 'self 2'],
      ['replaced', 'self 3'],
      ['counts', null],
    ]);
  });

  test('an appraisal given before the unit corrected itself is overtaken by that correction', () => {
    expect(fates([given('self', 1, 1, 0), given('appraised_1', 1, 2, 1), given('self', 2, 3, 0)])).toEqual([
      ['replaced', 'self 2'],
      ['overtaken', 'self 2'],
      ['counts', null],
    ]);
  });

  test('once appraised anew, the earlier appraisal is replaced', () => {
    const scores = [given('self', 1, 1, 0), given('appraised_1', 1, 2, 1), given('self', 2, 3, 0), given('appraised_1', 2, 4, 2)];

    expect(fates(scores)).toEqual([
      ['replaced', 'self 2'],
      ['replaced', 'appraised_1 2'],
      ['stands', 'appraised_1 2'],
      ['counts', null],
    ]);
  });
});
