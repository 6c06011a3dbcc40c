// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import { type PortalRow, readPortalAnswer } from './portal-answer.ts';
import { readRequest } from './portal-request.ts';
import { unitsOf } from './recognise-units.ts';
import type { IndexRules } from './rules.ts';
import { scorePublished } from './score-published.ts';

const rules = content.versions[0] as IndexRules;
const rows = (answer: unknown) => readPortalAnswer(rules, answer) as readonly PortalRow[];
const ok = (data: object) => ({ code: 'OK', data, message: 'OK' });
const unit = {
  departmentId: 'id-1',
  departmentName: 'UBND xã Thử',
  departmentType: 'COMMUNE_PEOPLE_COMMITTEE',
  departmentLevel: 'COMMUNE',
};
const province = { departmentId: 'id-0', departmentName: 'UBND tỉnh Thử', departmentCode: 'H99' };

const transparency = ok({
  overview: { ...province, totalScore: 7.96, totalMaxScore: 18, ratio: 44.22, metrics: [] },
  evaluation: [
    {
      stt: 1,
      ...unit,
      totalScore: 1.96,
      totalMaxScore: 18,
      ratio: 10.89,
      metrics: [
        { code: 'PUBLISH_ON_TIME', name: 'a', numerator: 0, denominator: 0, ratio: null, score: null, maxScore: 6 },
        { code: 'PUBLIC_CONTENT_FULL', name: 'b', numerator: 87, denominator: 89, ratio: 97.75, score: 1.96, maxScore: 2 },
        {
          code: 'DOSSIER_SYNC',
          name: 'c',
          numerator: null,
          denominator: null,
          ratio: null,
          score: null,
          maxScore: 6,
          dataQualityStatus: 'NO_NATIONAL_REPORT_DATA',
        },
      ],
    },
  ],
  pagination: { total: 1, currentPage: 1, pageSize: 200, totalPages: 1 },
});

test('metrics and total of every unit become rows with their place; null stays null', () => {
  const read = rows(ok({ ...transparency.data, overview: { ...province, metrics: undefined } }));

  expect(read.map(({ metric, place }) => [metric, place])).toEqual([
    ['PUBLISH_ON_TIME', 'data.evaluation[0].metrics[0]'],
    ['PUBLIC_CONTENT_FULL', 'data.evaluation[0].metrics[1]'],
    ['DOSSIER_SYNC', 'data.evaluation[0].metrics[2]'],
    ['TOTAL_SCORE', 'data.evaluation[0]'],
  ]);
  expect(read[2]).toMatchObject({ counts: { numerator: null, denominator: null }, score: null, dataQuality: 'NO_NATIONAL_REPORT_DATA' });
  expect(read.map((row) => scorePublished(rules, row).computed.score)).toEqual([null, '1.96', null, '1.96']);
});

test('a tree gives one row of counts for the root and each unit below it', () => {
  const read = rows(
    ok({
      parent: {
        ...province,
        totalReceived: 135,
        totalOnTime: 70,
        totalCompleted: 60,
        avgProcessingDays: 4.1,
        ratio: 51.85,
        totalScore: 10.37,
        totalMaxScore: 20,
      },
      children: [
        {
          departmentId: 'id-2',
          departmentName: 'Sở Thử - Tỉnh Thử',
          departmentCode: 'H99.01',
          level: 'PROVINCE',
          totalReceived: 0,
          totalOnTime: 0,
          totalOverdue: 0,
          ratio: 0,
          score: 0,
          maxScore: 20,
        },
      ],
      monthlyChart: [],
    }),
  );

  expect(read.map(({ unit: { code, isProvince }, counts, score }) => ({ code, isProvince, counts, score }))).toEqual([
    { code: 'H99', isProvince: true, counts: { totalOnTime: 70, totalReceived: 135, totalCompleted: 60 }, score: '10.37' },
    { code: 'H99.01', isProvince: false, counts: { totalOnTime: 0, totalReceived: 0, totalOverdue: 0 }, score: '0' },
  ]);
  expect(read.map((row) => scorePublished(rules, row).computed.score)).toEqual(['10.37', '0.00']);
});

test('units below an online tree have points but no counts: nothing is computed for them', () => {
  const [, child] = rows(
    ok({
      parent: {
        ...province,
        authorityCount: 89,
        partialCount: 31,
        fullCount: 21,
        onlineDossierCount: 516,
        onlineServiceTotal: 1884,
        channelOnlineSum: 1,
        channelTotalSum: 1,
        totalScore: 8.56,
        totalMaxScore: 12,
        ratio: 71.33,
      },
      children: [{ ...unit, totalScore: 10, totalMaxScore: 12, ratio: 83.33 }],
    }),
  );

  expect(child).toMatchObject({ counts: {}, score: '10' });
  expect(scorePublished(rules, child!).computed).toEqual({ ratio: null, score: null });
});

test('a table of provinces gives six groups and their sum for each', () => {
  const groupScores = { CKMB: 8.02, TDGQ: 19.02, CLGQ: 6.51, MDSH: 10.11, MDHL: 9.88, TTTT: 6.16 };
  const answer = ok({ overview: { departmentName: 'Cả nước' }, radar: [], evaluation: [{ ...province, totalScore: 59.7, groupScores }] });
  const kept = {
    date: '2026-10-05',
    provinces: [{ code: 'H99', name: 'UBND tỉnh Thử', departmentId: 'id-0', total: 59.7, groups: groupScores }],
  };

  for (const read of [rows(answer), rows(kept)]) {
    expect(read.map(({ group }) => group)).toEqual([
      'transparency',
      'progress',
      'online',
      'digitisation',
      'satisfaction',
      'payment',
      'overall',
    ]);
    expect(read.at(-1)).toMatchObject({ unit: { key: 'id-0', code: 'H99', isProvince: true }, score: '59.7' });
    expect(scorePublished(rules, read.at(-1)!).computed.score).toBe('59.70');
  }
});

test('what is wrong is named with its place', () => {
  const wrong = (data: object) => readPortalAnswer(rules, ok(data));
  const metric = { code: 'DOSSIER_SYNC', numerator: 1.5, denominator: 2, ratio: 1, score: 1, maxScore: 6 };

  expect(readPortalAnswer(rules, [])).toEqual({ problem: 'shape', place: 'tệp' });
  expect(readPortalAnswer(rules, { code: 'OK' })).toEqual({ problem: 'shape', place: 'data' });
  expect(wrong({ evaluation: [{ ...unit, metrics: [metric] }] })).toEqual({
    problem: 'number',
    place: 'data.evaluation[0].metrics[0].numerator',
  });
  expect(wrong({ evaluation: [{ metrics: [{ ...metric, numerator: 1 }] }] })).toEqual({ problem: 'unit', place: 'data.evaluation[0]' });
  expect(wrong({ evaluation: [{ ...unit, metrics: [{ ...metric, code: 'X' }] }] })).toEqual({
    problem: 'shape',
    place: 'data.evaluation[0].metrics',
  });
  expect(wrong({ parent: { ...province, totalReceived: 1, totalScore: '20' }, children: [] })).toEqual({
    problem: 'number',
    place: 'data.parent.totalScore',
  });
});

test('a request tells period and procedure', () => {
  expect(readRequest({ timeType: 'quarter', year: 2026, quarter: 3, formalityID: 'p' })).toEqual({
    period: { type: 'quarter', from: '2026-07-01', to: '2026-09-30' },
    procedure: 'p',
  });
  expect(readRequest({ fromDate: '2026-08-01', toDate: '2026-08-31' })?.period).toEqual({
    type: 'month',
    from: '2026-08-01',
    to: '2026-08-31',
  });
  expect(readRequest({ fromDate: '2026-02-01', toDate: '2026-04-30' })).toBeUndefined();
  expect(readRequest({ timeType: 'month', year: 2026, month: 12 })?.period.to).toBe('2026-12-31');
  expect([readRequest(null), readRequest({})]).toEqual([undefined, undefined]);
});

test('units are recognised by agency code, else by a name that only one of them has', () => {
  const known = [
    { id: 'a', agencyCode: 'H99', authorityName: 'UBND tỉnh Thử' },
    { id: 'b', agencyCode: null, authorityName: 'UBND xã Thử' },
    { id: 'c', agencyCode: null, authorityName: 'Sở Nội vụ tỉnh Thử' },
    { id: 'd', agencyCode: null, authorityName: 'UBND xã Trùng' },
    { id: 'e', agencyCode: null, authorityName: 'UBND xã Trùng' },
  ];
  const row = (key: string, name: string, code: string | null, isProvince = false) =>
    ({ unit: { key, code, name, level: null, isProvince } }) as PortalRow;
  const found = unitsOf(
    [
      row('0', 'UBND tỉnh Thử', 'H99', true),
      row('1', 'UBND Xã Thử', null),
      row('2', 'Sở Nội vụ - Tỉnh Thử', 'H99.05'),
      row('3', 'UBND xã Trùng', null),
    ],
    known,
  );

  expect(found.map(({ key, unit_id, province_key }) => [key, unit_id, province_key])).toEqual([
    ['0', 'a', '0'],
    ['1', 'b', '0'],
    ['2', 'c', '0'],
    ['3', null, '0'],
  ]);
});
