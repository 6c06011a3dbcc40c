// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import { sum, zero } from '../arithmetic/fraction.ts';
import { exact, fixed } from './exact.ts';
import { readPeriod, writePeriod } from './period.ts';
import { readRow, scoreRow } from './read-row.ts';
import { certainties, type IndexRules, rulesOn } from './rules.ts';

const versions = content.versions as readonly IndexRules[];

/** Ratio and points of one row, as the command line answers them. */
function answer(row: object) {
  const read = readRow(versions, JSON.stringify(row));
  if ('code' in read) return read;
  const { ratio, score } = scoreRow(read);
  return { ratio: ratio === null ? null : Number(ratio), score: score === null ? null : Number(score) };
}

const metric = (group: string, code: string, numerator: number | null, denominator: number | null, rest: object = {}) =>
  answer({ group, metric: code, inputs: { numerator, denominator }, ...rest });
const total = (group: string, inputs: object, rest: object = {}) => answer({ group, metric: 'TOTAL_SCORE', inputs, ...rest });
const paid = (a: number, aOf: number, b: number, bOf: number, c: number, cOf: number) => ({
  totalDossierOnlinePaymentSuccess: a,
  totalDossierFinancialObligation: aOf,
  totalDossierOnlineFormalityPaymentSuccess: b,
  totalFeeDossierFormalityDistinct: bOf,
  totalFeeDossierFormality: c,
  totalFeeFormality: cOf,
});

test('metrics are scored from the exact quotient, half up, not from the rounded ratio', () => {
  expect(total('progress', { totalOnTime: 70, totalReceived: 135 })).toEqual({ ratio: 51.85, score: 10.37 });
  expect(metric('digitisation', 'ORIGINAL_RESULT_AVAILABLE', 23, 48)).toEqual({ ratio: 47.92, score: 2.88 });
  expect(metric('digitisation', 'ORIGINAL_RESULT_AVAILABLE', 1, 800)).toEqual({ ratio: 0.13, score: 0.01 });
  expect(metric('satisfaction', 'DOSSIER_RECEIVING_SATISFACTION', 528_464, 597_918)).toEqual({ ratio: 88.38, score: 5.89 });
});

test('a threshold gives full points from its share on, and never more', () => {
  expect(metric('digitisation', 'REUSED_DIGITIZED_DATA', 80, 100)).toEqual({ ratio: 80, score: 2 });
  expect(metric('digitisation', 'REUSED_DIGITIZED_DATA', 40, 100)).toEqual({ ratio: 40, score: 1 });
  expect(metric('satisfaction', 'DOSSIER_RECEIVING_SATISFACTION', 95, 100)).toEqual({ ratio: 95, score: 6 });
});

test('a denominator of 0 is answered as the group does', () => {
  expect(metric('transparency', 'PUBLISH_ON_TIME', 0, 0)).toEqual({ ratio: null, score: null });
  expect(metric('transparency', 'DOSSIER_SYNC', 0, 0)).toEqual({ ratio: null, score: null });
  expect(metric('digitisation', 'CITIZEN_DATA_CONNECTED_FORMALITY', 0, 0)).toEqual({ ratio: null, score: null });
  expect(metric('satisfaction', 'DOSSIER_RECEIVING_SATISFACTION', 0, 0)).toEqual({ ratio: 0, score: 0 });
  expect(metric('satisfaction', 'PETITION_PROCESSING_ON_TIME', 0, 0)).toEqual({ ratio: 0, score: 6 });
  expect(metric('satisfaction', 'PETITION_CLASSIFICATION_TTHC', 0, 0)).toEqual({ ratio: 0, score: null });
  expect(total('progress', { totalOnTime: 0, totalReceived: 0 })).toEqual({ ratio: 0, score: 0 });
  expect(total('payment', paid(0, 0, 2, 3, 0, 3))).toEqual({ ratio: 16.7, score: 1.67 });
});

test('null is not 0: what is not published has neither ratio nor points', () => {
  expect(metric('satisfaction', 'PETITION_PROCESSING_ON_TIME', null, null)).toEqual({ ratio: null, score: null });
  expect(metric('digitisation', 'ORIGINAL_RESULT_AVAILABLE', 5, null)).toEqual({ ratio: null, score: null });
  expect(metric('digitisation', 'ORIGINAL_RESULT_AVAILABLE', null, 5)).toEqual({ ratio: null, score: null });
  expect(total('progress', { totalOnTime: null, totalReceived: null })).toEqual({ ratio: null, score: null });
  expect(total('online', {})).toEqual({ ratio: null, score: null });
  expect(total('digitisation', {})).toEqual({ ratio: null, score: null });
});

test('a row that says that nulls were stored as 0 is read so', () => {
  const stored = { null_inputs_stored_as_zero: true };
  expect(metric('satisfaction', 'PETITION_PROCESSING_ON_TIME', 0, 0, stored)).toEqual({ ratio: null, score: null });
  expect(metric('digitisation', 'ELECTRONIC_CERTIFIED_COPY', 0, 0, stored)).toEqual({ ratio: 100, score: 2 });
  expect(metric('digitisation', 'ORIGINAL_RESULT_AVAILABLE', 0, 7, stored)).toEqual({ ratio: 0, score: 0 });
});

test('certified copies have full points where no counts are published, else those of their share', () => {
  expect(metric('digitisation', 'ELECTRONIC_CERTIFIED_COPY', null, null)).toEqual({ ratio: 100, score: 2 });
  expect(metric('digitisation', 'ELECTRONIC_CERTIFIED_COPY', 30, 40)).toEqual({ ratio: 75, score: 1.5 });
});

test('a total counts null as 0 and keeps the maximum, or takes the published one', () => {
  const metric_scores = { PUBLISH_ON_TIME: null, PUBLIC_UPDATE_ON_TIME: null, PUBLIC_CONTENT_FULL: 1.96, DOSSIER_SYNC: 6 };
  expect(total('transparency', { metric_scores })).toEqual({ ratio: 44.22, score: 7.96 });
  expect(total('CKMB', { metric_scores }, { max: 12 })).toEqual({ ratio: 66.33, score: 7.96 });
  expect(total('digitisation', { metric_scores: { ORIGINAL_RESULT_AVAILABLE: 4.35 } })).toEqual({ ratio: 19.77, score: 4.35 });
});

test('payment rounds the binary number: 93,25 % of 6 points is 5,59, not 5,60', () => {
  expect(total('payment', paid(373, 400, 0, 1, 0, 1))).toEqual({ ratio: 55.9, score: 5.59 });
  expect(total('payment', paid(309_542, 358_625, 119, 313, 68, 313))).toEqual({ ratio: 66.7, score: 6.67 });
  expect(total('payment', paid(5, 5, 9, 10, 10, 10))).toEqual({ ratio: 100, score: 10 });
});

test('online services: two thresholds and a linear part, each rounded', () => {
  const counts = { authorityCount: 89, partialCount: 31, fullCount: 21, onlineDossierCount: 516, onlineServiceTotal: 1884 };
  expect(total('online', { ...counts, channelOnlineSum: 589_496, channelTotalSum: 597_894 })).toEqual({ ratio: 71.33, score: 8.56 });
  expect(total('online', { ...counts, authorityCount: 0, channelOnlineSum: 0, channelTotalSum: 0 })).toEqual({ ratio: 9.17, score: 1.1 });
});

test('a metric without a known formula has its ratio, but no invented points', () => {
  expect(metric('digitisation', 'SOMETHING_NEW', 1, 3)).toEqual({ ratio: 33.33, score: null });
});

test('what cannot be read is named', () => {
  expect(answer([])).toMatchObject({ code: 'scoring.index_line_not_json' });
  expect(answer({ group: 'x', metric: 'y', inputs: {} })).toMatchObject({ code: 'scoring.index_group_unknown', params: { group: 'x' } });
  expect(answer({ group: 'progress', inputs: {} })).toMatchObject({ code: 'scoring.index_field_missing', params: { field: 'metric' } });
  expect(metric('digitisation', 'A', -1, 3)).toMatchObject({
    code: 'scoring.index_count_wrong',
    params: { field: 'numerator', value: '-1' },
  });
  expect(metric('digitisation', 'A', 1, 2 ** 53)).toMatchObject({ code: 'scoring.index_count_wrong' });
  expect(total('digitisation', { metric_scores: { A: '4' } })).toMatchObject({ params: { field: 'metric_scores.A', value: '"4"' } });
});

test('the maxima of the metrics add up to those of their groups, and the groups to 100', () => {
  for (const { groups } of versions) {
    const sumOf = (numbers: readonly string[]) => fixed(numbers.map(exact).reduce(sum, zero), 0);
    expect(groups.map(({ metrics }) => sumOf(metrics.map(({ maximum }) => maximum)))).toEqual(groups.map(({ maximum }) => maximum));
    expect(sumOf(groups.map(({ maximum }) => maximum))).toBe('100');
    expect(groups.flatMap(({ metrics }) => metrics).every(({ certainty }) => certainties.includes(certainty))).toBe(true);
  }
});

test('periods are calendar months, quarters and years', () => {
  expect(readPeriod('2026-Q3')).toEqual({ type: 'quarter', from: '2026-07-01', to: '2026-09-30' });
  expect(readPeriod('2024-02')).toEqual({ type: 'month', from: '2024-02-01', to: '2024-02-29' });
  expect(['2026', '2026-12', '2026-Q4'].map((text) => writePeriod(readPeriod(text)!))).toEqual(['2026', '2026-12', '2026-Q4']);
  expect(['2026-13', '2026-Q5', '26', ''].map(readPeriod)).toEqual([undefined, undefined, undefined, undefined]);
  expect(rulesOn(versions, '2010-01-01').number).toBe(1);
});

const golden = new URL('../../../../../../../shared/golden766/dev.jsonl', import.meta.url);
test.skipIf(!existsSync(golden))('every published row with inputs is reproduced (skipped where ../shared is absent)', () => {
  const rows = readFileSync(golden, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((row) => row.inputs_published !== false);
  const isZeroed = (row: Record<string, unknown>) => Boolean(row['null_may_be_stored_as_zero'] ?? row['third_party_normalised']);
  const same = (mine: unknown, official: unknown, row: Record<string, unknown>) =>
    mine === official || (isZeroed(row) && mine === null && official === 0);

  const different = rows.filter((row) => {
    const mine = answer({ ...row, official: undefined, max: row.official.max });
    return 'code' in mine || !same(mine.score, row.official.score, row) || !same(mine.ratio, row.official.ratio, row);
  });

  expect(rows).toHaveLength(735);
  expect(different).toEqual([]);
});
