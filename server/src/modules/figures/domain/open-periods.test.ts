// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { openPeriods } from './open-periods.ts';
import { type CutOff, readPeriod, siblingKeys } from './period.ts';

const cutOffs: readonly CutOff[] = [
  { code: 'reform_q3', name: 'Báo cáo quý III', from: '2022-06-15', to: '2022-09-14', dueOn: '2022-09-20', citation: 'Công văn 581' },
  { code: 'reform_year', name: 'Báo cáo năm', from: '2021-12-15', to: '2022-12-14', dueOn: '2022-12-20', citation: 'Công văn 581' },
];
const period = (key: string) => readPeriod(key, cutOffs)!;
const keys = ['2022', '2022-H1', '2022-H2', '2022-Q3', '2022-Q4', '2022-08', '2022-09', '2022-reform_q3', '2022-reform_year'];

test('a period is open while the day lies in it, a reporting period until its report is due', () => {
  const open = (day: string) => openPeriods(keys.map(period), day).map((one) => one.key);

  expect(open('2022-09-20')).toEqual(['2022', '2022-H2', '2022-Q3', '2022-09', '2022-reform_q3', '2022-reform_year']);
  expect(open('2022-09-21')).not.toContain('2022-reform_q3');
  expect(open('2022-12-31')).toEqual(['2022', '2022-H2', '2022-Q4']);
});

test('a reporting period of the year says its year once', () => {
  expect(period('2022-reform_year').name).toBe('kỳ báo cáo năm 2022');
  expect(period('2022-reform_q3').name).toBe('kỳ báo cáo quý III năm 2022');
});

test.each([
  ['2022-Q2', ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4']],
  ['2022-H2', ['2022-H1', '2022-H2']],
  ['2022', ['2018', '2019', '2020', '2021', '2022']],
  ['2022-01-01..2022-09-05', ['2022-01-01..2022-09-05']],
  ['2022-reform_q3', null],
])('the periods like %s', (key, like) => {
  expect(siblingKeys(period(key))).toEqual(like);
});
