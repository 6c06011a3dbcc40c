// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { contentOf, emptyDraft } from './indicator-draft.ts';

test('a count is sent without denominator and factor, numbers with a decimal point, empty fields as nothing', () => {
  const ratio = contentOf({ ...emptyDraft, name: 'Tỷ lệ', goodFrom: '99,5', legalBasis: ' ' });
  const count = contentOf({ ...emptyDraft, kind: 'count', direction: 'none', goodFrom: '5' });

  expect(ratio).toMatchObject({ scale: '100', decimals: 2, goodFrom: '99.5', warnFrom: null, legalBasis: null });
  expect(count).toMatchObject({ denominator: null, scale: '1', goodFrom: null });
});
