// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readTerms, writeTerms } from './terms.ts';

test('a side of a rule is typed as codes with their part and numbers, and written back the same', () => {
  const terms = readTerms('tt.hs.ts + CD.TKT.XA.MS + 2,5');

  expect(terms).toEqual([{ indicator: 'TT.HS', part: 'numerator' }, { indicator: 'CD.TKT.XA', part: 'denominator' }, { number: '2.5' }]);
  expect(writeTerms(terms ?? [])).toBe('TT.HS.TS + CD.TKT.XA.MS + 2,5');
  expect(readTerms('CD.KH')).toEqual([{ indicator: 'CD.KH', part: 'numerator' }]);
  expect([readTerms(''), readTerms('1 +'), readTerms('=A1'), readTerms('-5')]).toEqual([null, null, null, null]);
});
