// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';
import { beforeEach, expect, inject, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { placements } from '../../placements.ts';
import { spreadNewTables } from './spread-new-tables.ts';

const { db, pool, url } = await aDatabase({ max: 1 });
const isCluster = inject('databaseServer').dataNodes.length > 0;
const withLater = { ...placements, 'dossiers.later': { by: 'unit_id' } } as const;

beforeEach(async () => {
  await pool.query(`
    drop table if exists dossiers.later;
    create table dossiers.later (unit_id uuid, at date, primary key (unit_id, at));
    insert into dossiers.later select gen_random_uuid(), day from generate_series('2026-01-01'::date, '2026-04-10', '1 day') day`);
});

async function parts(): Promise<number> {
  return (await pool.query("select from pg_dist_shard where logicalrelid = 'dossiers.later'::regclass")).rowCount ?? 0;
}

test.skipIf(isCluster)('a start on one server leaves its tables alone', async () => {
  expect(await spreadNewTables({ db, pool }, withLater)).toEqual([]);
});

test.runIf(isCluster)('a table that came after the others were spread is spread at the next start, beside them', async () => {
  expect(await spreadNewTables({ db, pool }, withLater)).toEqual([expect.stringMatching(/^ {2}✓ .*: dossiers\.later$/)]);

  expect(await parts()).toBe(4);
  const joined = 'select count(*)::int as rows from dossiers.later l left join dossiers.dossier d using (unit_id)';
  expect((await pool.query(joined)).rows).toEqual([{ rows: 100 }]);
  const entries = "select data::jsonb -> 'tables' as tables from audit.entry where action = 'platform.distributed'";
  expect((await pool.query(entries)).rows).toEqual([{ tables: { 'dossiers.later': 100 } }]);
  expect(await spreadNewTables({ db, pool }, withLater)).toEqual([]);
});

test.runIf(isCluster)('while another program is connected the start goes on and says what is left to do', async () => {
  const other = new pg.Client({ connectionString: url, application_name: 'report' });
  await other.connect();
  try {
    expect(await spreadNewTables({ db, pool }, withLater)).toEqual([
      expect.stringMatching(/! .*dossiers\.later.*report.*tuongminh distribute/),
    ]);
  } finally {
    await other.end();
  }

  expect(await parts()).toBe(0);
  expect((await pool.query('select count(*)::int as rows from dossiers.later')).rows).toEqual([{ rows: 100 }]);
});
