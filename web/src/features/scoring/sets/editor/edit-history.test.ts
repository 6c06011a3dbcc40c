// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { SetContent } from '../sets.api.ts';
import { edited, nextCode, redone, startHistory, undone, withAdded, withMoved, withNode, withoutNode } from './edit-history.ts';

const node = (code: string, parentCode: string | null = null) => ({ code, parentCode, name: code }) as SetContent['nodes'][number];
const content = { nodes: [node('1'), node('1.1', '1'), node('1.2', '1'), node('2'), node('2.1', '2')] } as unknown as SetContent;
const codes = (one: SetContent): string[] => one.nodes.map(({ code }) => code);

test('every step is taken back and taken again', () => {
  const history = edited(startHistory(content), withoutNode(content, 0));

  expect(codes(history.present)).toEqual(['2', '2.1']);
  expect(undone(history).present).toBe(content);
  expect(codes(redone(undone(history)).present)).toEqual(['2', '2.1']);
  expect(undone(undone(undone(history))).present).toBe(content);
});

test('a row comes below its parent, moves with what is below it, and is followed when its code changes', () => {
  expect(nextCode(content, '1')).toBe('1.3');
  expect(nextCode(content, null)).toBe('3');
  expect(codes(withAdded(content, node('1.3', '1')))).toEqual(['1', '1.1', '1.2', '1.3', '2', '2.1']);
  expect(codes(withMoved(content, 3, -1))).toEqual(['2', '2.1', '1', '1.1', '1.2']);
  expect(codes(withMoved(content, 1, 1))).toEqual(['1', '1.2', '1.1', '2', '2.1']);
  expect(codes(withMoved(content, 0, -1))).toEqual(codes(content));
  expect(withNode(content, 0, node('9')).nodes.map(({ parentCode }) => parentCode)).toEqual([null, '9', '9', null, '2']);
});
