// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultlessSet } from '../../../../../test/factories/arbitrary-set.ts';
import { aNode, aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import { carryOver } from './carry-over.ts';
import { diffSets } from './diff-sets.ts';

const rule = { kind: 'leader_score', step: null } as const;
const child = (code: string, over: object = {}) => itemOf(code, '1', rule, { kind: 'criterion', parentCode: '1', ...over });
const tree = (...children: ReturnType<typeof child>[]) =>
  aSet([aNode({ code: '1', maximum: '3', method: null, rule: { kind: 'sum' } }), ...children]);
const before = tree(child('1.1'), child('1.2'), child('1.10'));

test('added, removed, reworded, repointed, moved', () => {
  const after = tree(child('1.10'), child('1.1', { maximum: '1.00', name: 'Tên mới' }), child('1.3', { maximum: '2' }));

  expect(diffSets(before, after)).toMatchObject({
    head: [],
    unchanged: 2,
    nodes: [
      { change: 'changed', code: '1.1', moved: true, parts: [{ part: 'name', from: 'Mục 1.1', to: 'Tên mới' }] },
      { change: 'added', code: '1.3', row: 3 },
      { change: 'removed', code: '1.2' },
    ],
  });
});

test('another parent is a move, another rule is told in words, conventions by name', () => {
  const changed = tree(
    child('1.1', { rule: { kind: 'leader_score', step: '0.50' } }),
    child('1.2', { parentCode: null, kind: 'field' }),
    child('1.10'),
  );
  const { head, nodes } = diffSets(before, { ...changed, conventions: { ...changed.conventions, decimals: 3 } });

  expect(head.find(({ part }) => part === 'decimals')).toEqual({ part: 'decimals', from: '2', to: '3' });
  expect(nodes).toMatchObject([
    { code: '1.1', parts: [{ part: 'rule', from: 'Lãnh đạo cho điểm từ 0 đến 1', to: 'Lãnh đạo cho điểm từ 0 đến 1, theo bước 0,50' }] },
    { code: '1.2', moved: true, parts: [{ part: 'kind' }, { part: 'parent', from: '1', to: '' }] },
  ]);
});

test('rows that ask and count the same are carried over as unchanged', () => {
  const after = tree(child('1.1', { evidence: 'Báo cáo' }), child('1.2', { name: 'Khác' }), child('1.4'));

  expect(carryOver(before, after)).toEqual([
    { code: '1', fromCode: '1', unchanged: true },
    { code: '1.1', fromCode: '1.1', unchanged: true },
    { code: '1.2', fromCode: '1.2', unchanged: false },
  ]);
});

test('a set does not differ from itself, and every row carries over', () => {
  fc.assert(
    fc.property(faultlessSet, (set) => {
      expect(diffSets(set, structuredClone(set))).toEqual({ head: [], nodes: [], unchanged: set.nodes.length });
      expect(carryOver(set, set).every(({ unchanged }) => unchanged)).toBe(true);
    }),
  );
});
