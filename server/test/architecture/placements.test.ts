// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { placements } from '../../src/placements.ts';
import { planDistribution } from '../../src/platform/distribution/plan.ts';
import { readCatalogue } from '../../src/platform/distribution/read-catalogue.ts';
import { aDatabase } from '../database.ts';

const { pool } = await aDatabase();

test('every table has its place for the day when the data are spread over several machines, and can be put there', async () => {
  const { faults, steps, done, stays } = planDistribution(await readCatalogue(pool), placements);

  expect(faults, 'say in server/src/placements.ts where these tables lie').toEqual([]);
  expect([...steps.map(({ table }) => table), ...done].sort()).toEqual(
    Object.keys(placements)
      .filter((table) => placements[table] !== 'coordinator')
      .sort(),
  );
  expect(stays.length).toBeGreaterThan(50);
});
