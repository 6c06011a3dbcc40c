// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { placements } from '../../src/placements.ts';
import { openDatabase } from '../../src/platform/db/db.ts';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { planDistribution } from '../../src/platform/distribution/plan.ts';
import { readCatalogue } from '../../src/platform/distribution/read-catalogue.ts';
import { spreadNewTables } from '../../src/platform/distribution/spread-new-tables.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { spreadDatabase } from '../spread-database.ts';

const { url: server, dataNodes } = inject('databaseServer');
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
// The first version whose tables lie as they do today: 0027 laid the copy of the lineage beside the dossiers.
const firstSpread = 27;

test.runIf(dataNodes.length > 0)(
  'a database with dossiers that was spread before takes every later migration, and its new tables are spread',
  async () => {
    const url = new URL(server);
    url.pathname = `/test_${randomBytes(6).toString('hex')}`;
    const drop = await spreadDatabase(url, dataNodes, { upTo: firstSpread });
    const { db, pool, close } = openDatabase(url.href, { max: 1 });
    try {
      await pool.query(`
      insert into units.lineage_span (ancestor_id, descendant_id, valid_from, valid_to)
      select (ancestor || repeat('0', 31))::uuid, (unit || repeat('0', 31))::uuid, '-infinity', 'infinity'
      from generate_series(1, 9) unit, lateral (values (0), (unit)) as above (ancestor);
      insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, applicant_name,
        submitted_at, received_at, due_at, computed_due_at, finished_at, timeliness, state_at)
      select 'H18-' || lpad(n::text, 4, '0'), (1 + n % 9 || repeat('0', 31))::uuid, (1 + n % 4 || repeat('0', 31))::uuid, 1, 1 + n % 3, case when n % 5 = 0 then 2 else 10 end, 3, 'A',
        at, at, at + interval '9 days', at + interval '9 days', done, case when done is null then null when n % 7 = 0 then 3 else 1 end, at
      from (select n, '2025-03-04 09:00+07'::timestamptz + n * interval '11 hours' as at from generate_series(1, 500) n) made,
        lateral (values (case when n % 5 = 0 then null else at + n % 7 * interval '2 days' end)) as ended (done)`);

      const ran = await migrate(pool, migrations, createLog('silent'));
      const told = await spreadNewTables({ db, pool }, placements);

      expect(ran).toBe((await readMigrations(migrations)).length - firstSpread);
      expect(told.filter((line) => line.includes('!'))).toEqual([]);
      expect(planDistribution(await readCatalogue(pool), placements)).toMatchObject({ steps: [], faults: [] });
      expect((await pool.query('select count(*)::int as rows from dossiers.dossier')).rows).toEqual([{ rows: 500 }]);
    } finally {
      await close();
      await drop();
    }
  },
);
