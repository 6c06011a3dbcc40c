// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { heldIn, inForceOn } from './held-in.ts';

const grants = [
  { id: 'own', positionId: null },
  { id: 'of a', positionId: 'a' },
  { id: 'of b', positionId: 'b' },
  { id: 'of an ended one', positionId: 'z' },
];
const names = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

test('in all positions every right is held but those of a position that has ended', () => {
  expect(names(heldIn(grants, [{ id: 'a' }, { id: 'b' }], undefined))).toEqual(['own', 'of a', 'of b']);
});

test('in one position only its own rights and the person’s', () => {
  expect(names(heldIn(grants, [{ id: 'a' }, { id: 'b' }], { id: 'b' }))).toEqual(['own', 'of b']);
});

test('first and last day count', () => {
  const holds = inForceOn('2026-07-01');

  expect(
    [
      { validFrom: '2026-07-01', validTo: '2026-07-01' },
      { validFrom: '2026-07-02', validTo: null },
    ].map(holds),
  ).toEqual([true, false]);
});
