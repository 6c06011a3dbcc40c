// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { UnitSheet } from '../units.api.ts';
import { type Draft, draftOf, isWhole, mergeBody, splitBody, wrongNames } from './unit-change.ts';

const sheet = {
  unit: { id: 'u1', code: '100', name: 'Xã A', authorityName: 'UBND xã A', documentSymbol: 'UBND', agencyCode: null, version: 2 },
  parents: [{ id: 'p1', name: 'Tỉnh', to: null }],
  ancestors: [],
} as unknown as UnitSheet;
const names = { code: '200', name: 'Xã B', authorityName: 'UBND xã B', documentSymbol: 'UBND', agencyCode: '' };

test('a new unit begins below the parent of the old one', () => {
  const draft: Draft = { ...draftOf(sheet), kind: 'merge', onDay: '2027-01-01', names, others: [{ id: 'u2', name: 'Xã C' }] };

  expect(isWhole(draft)).toBe(true);
  expect(mergeBody('u1', draft, true)).toEqual({
    unitIds: ['u1', 'u2'],
    onDay: '2027-01-01',
    decision: null,
    dryRun: true,
    into: { unit: { ...names, agencyCode: null }, parentId: 'p1' },
  });
});

test('each part of a split takes over the units that were given to it', () => {
  const draft: Draft = {
    ...draftOf(sheet),
    kind: 'split',
    onDay: '2027-01-01',
    parts: [
      { key: 'a', names },
      { key: 'b', names: { ...names, code: '201' } },
    ],
    heirs: { c1: 'a', c2: 'b', c3: 'a' },
  };

  expect(splitBody(draft, false).parts.map((part) => [part.code, part.childIds])).toEqual([
    ['200', ['c1', 'c3']],
    ['201', ['c2']],
  ]);
});

test('codes that would be refused are told beside their fields', () => {
  expect(wrongNames({ ...names, code: '2 00', agencyCode: 'h18' })).toEqual(['code', 'agencyCode']);
  expect(wrongNames(names)).toEqual([]);
});
