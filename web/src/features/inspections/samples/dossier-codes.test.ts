// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codesOf, countResults, wholeNumberOf } from './dossier-codes.ts';

test('a pasted list gives each code once, without empty lines', () => {
  expect(codesOf(' H18-220901-0001 \n\nH18-220901-0002\r\nH18-220901-0001\n')).toEqual(['H18-220901-0001', 'H18-220901-0002']);
});

test('a size is read with or without points, and nothing else is a size', () => {
  expect([wholeNumberOf('30'), wholeNumberOf('20.220.906'), wholeNumberOf(''), wholeNumberOf('3,5'), wholeNumberOf('-1')]).toEqual([
    30,
    20_220_906,
    null,
    null,
    null,
  ]);
});

test('errors are counted among the dossiers that were looked at', () => {
  const results = { A: { ok: true, note: null }, B: { ok: false, note: 'Trễ 3 ngày' } };

  expect(countResults(['A', 'B', 'C'], results)).toEqual({ examined: 2, faulty: 1 });
});
