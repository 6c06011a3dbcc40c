// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { UnitSheet } from '../units.api.ts';
import { correctionBody, correctionOf, isWholeCorrection } from './correction.ts';

const unit = {
  id: 'u',
  code: '03127',
  name: 'Xã A',
  authorityName: 'UBND xã A',
  documentSymbol: 'UBND',
  agencyCode: 'H18.1',
  validFrom: '2020-01-01',
  decision: null,
  note: 'cũ',
  version: 3,
} as unknown as UnitSheet['unit'];

test('only what differs is sent, and a field that was emptied goes as nothing', () => {
  const draft = correctionOf(unit);
  const mended = { ...draft, names: { ...draft.names, name: ' Xã Á ', agencyCode: '' }, note: '', reason: 'Gõ nhầm' };

  expect(correctionBody(unit, mended, true)).toEqual({
    change: 'correct',
    version: 3,
    reason: 'Gõ nhầm',
    dryRun: true,
    name: 'Xã Á',
    agencyCode: null,
    note: null,
  });
});

test('nothing is asked without a reason', () => {
  const draft = correctionOf(unit);

  expect([isWholeCorrection(draft), isWholeCorrection({ ...draft, reason: 'Gõ nhầm' })]).toEqual([false, true]);
});
