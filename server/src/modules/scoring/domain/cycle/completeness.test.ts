// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { completenessOf } from './completeness.ts';
import { isScoredAt, type Score } from './stages.ts';

const nodes = nodesOfEveryMethod();
const [first = '', second = ''] = nodes.filter((node) => isScoredAt(node, 'self')).map(({ code }) => code);
const given = (itemCode: string, over: Partial<Score> = {}): Score => ({
  ...{ itemCode, stage: 'self', sequence: 1, input: { kind: 'cases', cases: '0' }, outcome: 'scored', points: '1', note: null },
  ...{ source: null, origin: null, inSightOf: 0, at: '2026-03-01T00:00:00Z', actorName: 'thử' },
  ...over,
});

test('each count of a sheet has the items that it counts and the ones that it leaves out', () => {
  const counts = completenessOf(nodes, [given(first, { note: 'Báo cáo' })], new Set([first]));

  const { listed } = counts;
  expect([counts.selfScored, counts.withEvidence, counts.withExplanation]).toEqual([1, 1, 1]);
  expect([listed.scored, listed.evident, listed.explained, listed.unproven]).toEqual([[first], [first], [first], []]);
  for (const rest of [listed.unscored, listed.unevident, listed.unexplained]) expect(rest).toContain(second);
  expect(listed.scored.length + listed.unscored.length).toBe(counts.selfItems);
  expect(listed.appraised.length + listed.unappraised.length).toBe(counts.appraisalItems);
});

test('an item with a score but neither evidence nor explanation is unproven; one that was never scored is not', () => {
  const { listed } = completenessOf(nodes, [given(first)], new Set());

  expect(listed.unproven).toEqual([first]);
  expect(listed.unevident).toContain(second);
});
