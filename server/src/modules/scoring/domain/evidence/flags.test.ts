// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { flagSentence } from './flag-words.ts';
import { flagEvidence, type Paper } from './flags.ts';

const paper = (id: string, over: Partial<Paper> = {}): Paper => ({
  id,
  sheetId: 'a',
  itemCode: '1',
  content: id,
  place: null,
  datedOn: '2026-05-04',
  expiresOn: null,
  ...over,
});
const kinds = (papers: readonly Paper[], id: string) => (flagEvidence(papers, 2026).get(id) ?? []).map(({ kind }) => kind);

describe('signs on evidence', () => {
  test('a paper of the year for one item of one unit has none', () => {
    expect(flagEvidence([paper('x'), paper('y', { sheetId: 'b' })], 2026).size).toBe(0);
  });

  test('the same content at two units is told at both, twice for one item of one unit at none', () => {
    const shared = [paper('x', { content: 's' }), paper('y', { content: 's', sheetId: 'b' }), paper('z', { content: 't' })];
    const twice = [paper('x', { content: 's' }), paper('y', { content: 's' })];

    expect([kinds(shared, 'x'), kinds(shared, 'y'), kinds(shared, 'z')]).toEqual([['many_units'], ['many_units'], []]);
    expect(flagEvidence(twice, 2026).size).toBe(0);
  });

  test('the same place of a content at two items of one sheet names the other item, another page does not', () => {
    const papers = [
      paper('x', { content: 's', place: 'Trang 1' }),
      paper('y', { content: 's', place: 'Trang 1', itemCode: '2.1' }),
      paper('z', { content: 's', place: 'Trang 2', itemCode: '2.2' }),
    ];

    expect(flagEvidence(papers, 2026).get('x')).toEqual([{ kind: 'many_items', otherItems: ['2.1'] }]);
    expect(flagEvidence(papers, 2026).get('z')).toBeUndefined();
  });

  test('validity to the last day of the year is no sign, to the day before it is one', () => {
    expect(kinds([paper('x', { expiresOn: '2026-12-31' })], 'x')).toEqual([]);
    expect(kinds([paper('x', { expiresOn: '2026-12-30' })], 'x')).toEqual(['expired']);
  });

  test('a day outside the judged year is a sign, none at all is not', () => {
    expect(kinds([paper('x', { datedOn: '2025-12-31' })], 'x')).toEqual(['outside_year']);
    expect(kinds([paper('x', { datedOn: null })], 'x')).toEqual([]);
  });

  test('units are named only where the reader may know them', () => {
    const flag = { kind: 'many_units', otherSheets: ['b', 'c'] } as const;

    expect(flagSentence(flag, 'vi', new Map())).toBe('Cùng tài liệu này ở phiếu của 2 đơn vị khác.');
    expect(flagSentence(flag, 'vi', new Map([['b', 'Xã Thử']]))).toBe('Cùng tài liệu này ở phiếu của 2 đơn vị khác: Xã Thử.');
  });
});
