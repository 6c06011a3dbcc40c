// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerCount, answersIn, pooled, sheetsOfGroups, shownGroups, smallestShown } from './answer-counts.ts';
import { surveyFaultSentence } from './faults.ts';
import { nameKey, readAnswers } from './read-answers.ts';
import { sampleSize } from './sample-size.ts';
import type { SurveyFrame } from './survey-frame.ts';

const answers = new Set(['A', 'B', 'C', 'D']);
const frame: SurveyFrame = {
  groups: new Map([
    [nameKey('01'), '01'],
    [nameKey('Người dân'), '01'],
    [nameKey('02'), '02'],
  ]),
  sheets: new Map([
    [nameKey('Xã Một'), 'one'],
    [nameKey('Xã Hai'), 'two'],
  ]),
  answersOf: (_, item) => (item === '4.1' || item === '4.2' ? answers : undefined),
  items: new Set(['4.1', '4.2']),
  answers,
};
const read = (...lines: string[]) =>
  readAnswers(
    lines.map((line, index) => ({ row: index + 1, cells: line.split(';') })),
    frame,
  );
const count = (sheetId: string, itemCode: string, group: string, answer: string, number: number): AnswerCount => ({
  sheetId,
  itemCode,
  group,
  answer,
  count: number,
});

describe('sample size', () => {
  test.each([
    [1000, 50, 286],
    [400, 50, 200],
    [1, 50, 1],
    [10_000_000, 50, 400],
    [100, 500, 4],
  ])('of %i people at %i ‰ is %i', (population, errorPermille, expected) => {
    expect(sampleSize({ population, errorPermille })).toBe(expected);
  });

  test('is the least whole number that n·(1 + N·e²) reaches N with, never more than the group has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), fc.integer({ min: 1, max: 500 }), (population, errorPermille) => {
        const n = BigInt(sampleSize({ population, errorPermille }));
        const [N, e] = [BigInt(population), BigInt(errorPermille)];
        const reaches = (size: bigint): boolean => size * (1_000_000n + N * e * e) >= N * 1_000_000n;
        expect(reaches(n) && !reaches(n - 1n) && n <= N).toBe(true);
      }),
    );
  });
});

describe('a file of answers', () => {
  test('one sheet a row: answers are counted by group, unit and item, empty cells left out', () => {
    const { counts, faults, rows } = read('STT;Nhóm;Đơn vị;4.1;4.2', '1;01;Xã Một;A;b', '2;người  dân;xã một;A;', '3;02;Xã Hai;D;D');

    expect(faults).toEqual([]);
    expect(rows).toBe(3);
    expect(counts).toEqual([
      count('one', '4.1', '01', 'A', 2),
      count('one', '4.2', '01', 'B', 1),
      count('two', '4.1', '02', 'D', 1),
      count('two', '4.2', '02', 'D', 1),
    ]);
  });

  test('counts by item give the same as the sheets that they were added up from', () => {
    const sheets = read('Nhóm;Đơn vị;4.1', '01;Xã Một;A', '01;Xã Một;A', '01;Xã Một;C');
    const lines = read('Nhóm;Đơn vị;Mục;A;B;C;D', '01;Xã Một;4.1;2;0;1;');

    expect(lines.counts).toEqual(sheets.counts);
  });

  test('a column that could name a person is refused, whatever else is right', () => {
    const { counts, faults } = read('Nhóm;Đơn vị;Họ và tên;4.1', '01;Xã Một;Lò Thị A;A');

    expect(counts).toEqual([]);
    expect(faults).toEqual([{ row: 1, column: 'Họ và tên', reason: 'column_unknown', value: 'Họ và tên' }]);
    expect(faults[0] && surveyFaultSentence(faults[0], 'vi')).toContain('không được nạp');
  });

  test('each fault has its place', () => {
    const { faults } = read(
      'Nhóm;Đơn vị;Mục;A;B;C;D',
      '09;Xã Một;4.1;1;;;',
      '01;Xã Ba;4.1;1;;;',
      '01;Xã Một;9;1;;;',
      '01;Xã Một;4.1;-1;;x;',
      '01;Xã Một;4.1;1;;;',
    );

    expect(faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'Nhóm', 'group_unknown'],
      [3, 'Đơn vị', 'unit_unknown'],
      [4, 'Mục', 'item_unknown'],
      [5, 'A', 'count_wrong'],
      [5, 'C', 'count_wrong'],
      [6, 'Mục', 'row_twice'],
    ]);
  });

  test('an empty file, and one without the needed columns, say so', () => {
    expect(read('Nhóm;Đơn vị;4.1').faults.map(({ reason }) => reason)).toEqual(['empty']);
    expect(read('Đơn vị;4.1', 'Xã Một;A').faults.map(({ reason }) => reason)).toEqual(['columns_missing']);
    expect(readAnswers([], frame).faults.map(({ reason }) => reason)).toEqual(['columns_missing', 'columns_missing']);
  });
});

describe('small groups', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });

  test('what is hidden cannot be found by subtraction from the sum: it is nothing, everything, or at least five answers', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const shown = shownGroups(given.map((size, index) => count('one', '4.1', `n${index}`, 'A', size)));
        const visible = shown.reduce((sum, { answers: own }) => sum + (own ? answersIn(own) : 0), 0);
        const all = given.reduce((sum, size) => sum + size, 0);
        expect(shown.every(({ answers: own }) => own === null || answersIn(own) >= smallestShown)).toBe(true);
        expect(visible === all || visible === 0 || all - visible >= smallestShown).toBe(true);
      }),
    );
  });

  test('a group of four is hidden, and with it the next one', () => {
    const counts = [count('one', '4.1', '01', 'A', 4), count('one', '4.1', '02', 'B', 6), count('one', '4.1', '03', 'A', 90)];

    expect(shownGroups(counts).map(({ group, answers: own }) => [group, own && answersIn(own)])).toEqual([
      ['01', null],
      ['02', null],
      ['03', 90],
    ]);
  });

  test('answer sheets of a group are those of the item that most people answered, over all units', () => {
    const counts = [count('one', '4.1', '01', 'A', 7), count('one', '4.2', '01', 'A', 9), count('two', '4.1', '01', 'B', 2)];

    expect(sheetsOfGroups(counts)).toEqual(new Map([['01', 11]]));
    expect(pooled(counts).map(({ answers: own }) => answersIn(own))).toEqual([7, 9, 2]);
  });
});
