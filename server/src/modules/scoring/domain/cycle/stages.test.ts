// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { countingScore, latestScores, type Score, type Stage, scoresBefore, standingScore } from './stages.ts';

const score = (stage: Stage, sequence: number, points: string, inSightOf: number | null = null): Score => ({
  itemCode: '1',
  stage,
  sequence,
  input: { kind: 'decided', points },
  outcome: 'scored',
  points,
  note: null,
  source: null,
  origin: null,
  inSightOf,
  at: '2026-01-01T00:00:00+07:00',
  actorName: 'thử',
});
const own = (...scores: Score[]) => latestScores(scores).get('1');

test('the latest stage counts', () => {
  const given = own(score('self', 1, '10', 0), score('appraised_1', 1, '9', 1), score('council', 1, '8', 2));

  expect(['self', 'appraised_1', 'final'].map((view) => countingScore(given, view as 'final')?.points)).toEqual(['10', '9', '8']);
});

test('a score given before the unit scored itself anew stands no more, and the new self-score counts until it is appraised again', () => {
  const before = [score('self', 1, '10', 0), score('appraised_1', 1, '10', 1), score('council', 1, '10', 2)];
  const corrected = own(...before, score('self', 2, '5', 0));

  expect(standingScore(corrected, 'appraised_1')).toBeUndefined();
  expect(countingScore(corrected, 'final')?.points).toBe('5');
  expect(countingScore(own(...before, score('self', 2, '5', 0), score('appraised_1', 2, '6', 2)), 'final')?.points).toBe('6');
});

test('a second appraisal after the council has decided is not passed over', () => {
  const given = own(
    score('self', 1, '10', 0),
    score('appraised_1', 1, '9', 1),
    score('council', 1, '8', 2),
    score('appraised_2', 1, '7', 2),
  );

  expect(countingScore(given, 'final')?.points).toBe('7');
  expect(scoresBefore(given, 'council')).toBe(3);
});

test('a survey read in later leaves what was decided, and a score whose sight was not kept stands', () => {
  expect(countingScore(own(score('council', 1, '8', 0), score('survey', 3, '6', 0)), 'final')?.points).toBe('8');
  expect(standingScore(own(score('self', 2, '5', 0), score('appraised_1', 1, '9')), 'appraised_1')?.points).toBe('9');
});
