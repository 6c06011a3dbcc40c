// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import { type IndexRules, indexGroups, rulesOn } from './rules.ts';
import { wholeTotal } from './whole-total.ts';

const rules = rulesOn(content.versions as readonly IndexRules[], '2026-12-31');
const row = (group: string, official: string | null, computed: string | null = null) => ({
  ...{ group, metric: 'TOTAL_SCORE', officialScore: official, officialMaximum: null, computedScore: computed, asOf: '2026-09-26' },
});

test('the total adds all six groups up, published points before computed ones', () => {
  const rows = indexGroups.map((group, index) => (index === 0 ? row(group, '10.5', '9') : row(group, null, '8.25')));

  expect(wholeTotal(rules, rows)).toMatchObject({ score: '51.75', maximum: '100.00' });
  expect(wholeTotal(rules, rows)?.rows).toHaveLength(6);
});

test('a published total stands before the sum, and without it one unknown group leaves the total unknown', () => {
  const rows = indexGroups.slice(1).map((group) => row(group, '8'));

  expect(wholeTotal(rules, rows)).toBeUndefined();
  expect(wholeTotal(rules, [...rows, row('overall', '73.25')])).toMatchObject({ score: '73.25', maximum: '100.00' });
});
