// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Version } from '../model/procedures.api.ts';
import { contentOf, draftOf, emptyContent, isWhole, nextPaperCode, saysTheSame } from './content-draft.ts';

const version: Version = {
  number: 2,
  name: 'Đăng ký khai sinh',
  sectorId: 's',
  sectorCode: 'HT',
  sectorName: 'Hộ tịch',
  level: 'commune',
  limit: { amount: 2.5, unit: 'hours' },
  limitText: null,
  feeAmount: 0,
  feeText: null,
  papers: [{ code: 'G1', name: 'Tờ khai', originals: 1, copies: 0, form: null, formFileId: 'f', condition: null }],
  publishedOn: '2022-09-14',
  updatedOn: null,
  validFrom: '2019-01-01',
  validTo: null,
  mark: 'illustrative',
  note: null,
  competentUnits: [{ unitId: 'u', unitCode: '100', unitName: 'UBND huyện', task: 'handles' }],
  bases: [{ citation: 'Luật Hộ tịch', documentId: 'd', documentCode: '60/2014/QH13', reachable: true }],
  lateReason: null,
  recordedAt: '2022-09-14T08:00:00Z',
  recordedBy: 'A',
  isWithdrawn: false,
};

test('a version that is opened and sent unchanged says what it said', () => {
  expect(contentOf(draftOf(version))).toEqual({
    name: 'Đăng ký khai sinh',
    sectorId: 's',
    level: 'commune',
    limit: { amount: 2.5, unit: 'hours' },
    limitText: null,
    feeAmount: 0,
    feeText: null,
    papers: version.papers,
    publishedOn: '2022-09-14',
    updatedOn: null,
    mark: 'illustrative',
    note: null,
    competentUnits: [{ unitId: 'u', task: 'handles' }],
    bases: [{ citation: 'Luật Hộ tịch', documentId: 'd' }],
  });
  expect(saysTheSame(draftOf(version), draftOf(version))).toBe(true);
  expect(saysTheSame(draftOf(version), { ...draftOf(version), feeAmount: '' })).toBe(false);
});

test('a version needs a name, a sector, a limit or its absence, and whole papers', () => {
  const draft = { ...draftOf(version) };

  expect(isWhole(draft)).toBe(true);
  expect(isWhole(emptyContent)).toBe(false);
  expect(isWhole({ ...draft, limitAmount: '' })).toBe(false);
  expect(isWhole({ ...draft, limitAmount: 0 })).toBe(false);
  expect(isWhole({ ...draft, limitAmount: 0, limitUnit: 'working_days' })).toBe(true);
  expect(isWhole({ ...draft, limitAmount: '', hasLimit: false })).toBe(true);
  expect(isWhole({ ...draft, papers: draft.papers.map((paper) => ({ ...paper, name: ' ' })) })).toBe(false);
});

test('a further paper gets a code that is free', () => {
  const papers = draftOf(version).papers;

  expect(nextPaperCode([])).toBe('G1');
  expect(nextPaperCode(papers)).toBe('G2');
  expect(nextPaperCode(papers.map((paper) => ({ ...paper, code: 'G2' })))).toBe('G3');
});
