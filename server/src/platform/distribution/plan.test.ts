// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesToMove, type CatalogueTable, type Placement, planDistribution } from './plan.ts';

function table(name: string, more: Partial<CatalogueTable> = {}): CatalogueTable {
  return {
    name,
    columns: ['code', 'unit_id'],
    uniqueKeys: [['code', 'unit_id']],
    foreignKeys: 0,
    triggers: 0,
    logged: true,
    now: 'coordinator',
    bytes: 8_192,
    ...more,
  };
}

const faultsOf = (one: CatalogueTable, place?: Placement) => planDistribution([one], place ? { [one.name]: place } : {}).faults;

test('big tables are spread by their unit, the largest first, and what is done already is left alone', () => {
  const plan = planDistribution(
    [table('d.small'), table('d.large', { bytes: 9_000_000 }), table('d.done', { now: { by: 'unit_id' } }), table('d.settings')],
    { 'd.small': { by: 'unit_id' }, 'd.large': { by: 'unit_id' }, 'd.done': { by: 'unit_id' }, 'd.settings': 'coordinator' },
  );

  expect(plan.steps.map((step) => step.table)).toEqual(['d.large', 'd.small']);
  expect(plan).toMatchObject({ done: ['d.done'], stays: ['d.settings'], faults: [] });
});

test('a table without a decision is a fault, unless foreign keys, triggers or a missing log already keep it where it is', () => {
  expect(faultsOf(table('d.new'))).toEqual([{ table: 'd.new', why: 'undecided' }]);
  for (const bound of [{ foreignKeys: 1 }, { triggers: 2 }, { logged: false }])
    expect(planDistribution([table('d.bound', bound)], {})).toMatchObject({ faults: [], stays: ['d.bound'] });
});

test('a table that cannot be spread says why', () => {
  const by = { by: 'unit_id' };

  expect(faultsOf(table('d.keys', { uniqueKeys: [['code', 'unit_id'], ['id']] }), by)).toEqual([
    { table: 'd.keys', why: 'key_without_column' },
  ]);
  expect(faultsOf(table('d.column', { columns: ['code'], uniqueKeys: [] }), by)).toEqual([{ table: 'd.column', why: 'no_column' }]);
  expect(faultsOf(table('d.bound', { foreignKeys: 1 }), by)).toEqual([{ table: 'd.bound', why: 'foreign_keys' }]);
  expect(faultsOf(table('d.watched', { triggers: 1 }), by)).toEqual([{ table: 'd.watched', why: 'triggers' }]);
  expect(faultsOf(table('d.moment', { logged: false }), by)).toEqual([{ table: 'd.moment', why: 'not_logged' }]);
  expect(faultsOf(table('d.moved', { now: { by: 'code' } }), by)).toEqual([{ table: 'd.moved', why: 'placed_otherwise' }]);
});

test('a decision about a table that is not there is a fault; triggers stay possible where a table is only made known', () => {
  expect(planDistribution([], { 'd.gone': 'coordinator' }).faults).toEqual([{ table: 'd.gone', why: 'unknown_table' }]);
  expect(planDistribution([table('d.log', { triggers: 2 })], { 'd.log': 'known' })).toMatchObject({
    faults: [],
    steps: [{ table: 'd.log', place: 'known' }],
  });
});

test('room on the other machines is asked for what is moved there, not for what is only made known', () => {
  const tables = [table('d.big', { bytes: 3_000 }), table('d.log', { bytes: 9_000_000_000 })];

  expect(bytesToMove(planDistribution(tables, { 'd.big': { by: 'unit_id' }, 'd.log': 'known' }))).toBe(3_000);
});
