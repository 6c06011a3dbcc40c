// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isSameInput, namedMeasure, systemInput } from './system-input.ts';

const ratio = { numerator: 'a', denominator: 'b', whenZero: 'full', whenAbove: 'refuse' } as const;

test('a measure is named by where it comes from and its code', () => {
  expect(namedMeasure('figure:TTHC.DH')).toEqual({ kind: 'figure', code: 'TTHC.DH' });
  expect(namedMeasure('service-index:2.1')).toEqual({ kind: 'service_index', code: '2.1' });
  expect([namedMeasure('figure:'), namedMeasure('dossiers.received'), namedMeasure(null)]).toEqual([undefined, undefined, undefined]);
});

test('a rule takes the parts that it asks for, and nothing from a figure that lacks them', () => {
  const parts = { numerator: '38', denominator: '40', scale: '100' };

  expect(systemInput({ kind: 'proportional', ratio }, parts)).toEqual({ kind: 'ratio', numerator: '38', denominator: '40' });
  expect(systemInput({ kind: 'amount_bands', amount: 'x', bands: [] }, parts)).toEqual({ kind: 'amount', amount: '95' });
  expect(systemInput({ kind: 'amount_bands', amount: 'x', bands: [] }, { ...parts, scale: null })).toBeUndefined();
  expect(systemInput({ kind: 'per_case_deduction', unit: 'x', perCase: '1', most: null }, parts)).toEqual({ kind: 'cases', cases: '38' });
  expect(systemInput({ kind: 'proportional', ratio }, { ...parts, denominator: null })).toBeUndefined();
  expect(systemInput({ kind: 'per_case_bonus', unit: 'x', perCase: '1', most: null }, { ...parts, numerator: '1.5' })).toBeUndefined();
  expect(systemInput({ kind: 'leader_score', step: null }, parts)).toBeUndefined();
});

test('inputs are the same whatever the order of their keys', () => {
  expect(isSameInput({ kind: 'answers', counts: { A: '1', B: '2' } }, { counts: { B: '2', A: '1' }, kind: 'answers' })).toBe(true);
  expect(isSameInput({ kind: 'amount', amount: '95.00' }, { kind: 'amount', amount: '95' })).toBe(true);
  expect(isSameInput({ kind: 'amount', amount: '80.00' }, { kind: 'amount', amount: '79.996' })).toBe(false);
  expect(isSameInput({ kind: 'cases', cases: '1' }, { kind: 'cases', cases: '2' })).toBe(false);
});
