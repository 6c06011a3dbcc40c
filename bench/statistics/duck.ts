// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import type { Db } from '../../server/src/platform/db/db.ts';

/** A period as moments in seconds; `now` is that as of which a dossier is overdue. */
export type Seconds = { readonly from: number; readonly until: number; readonly now: number };

/** DuckDB with the dossiers that a statistic needs in memory, in a table of its own. */
export async function openDuck(db: Db): Promise<DuckDBConnection> {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-duck-'));
  chmodSync(folder, 0o777);
  try {
    const file = join(folder, 'rows.csv');
    await sql`copy (select unit_id, procedure_id, channel, timeliness, extract(epoch from received_at)::bigint as received,
        extract(epoch from finished_at)::bigint as finished, extract(epoch from due_at)::bigint as due
      from dossiers.dossier) to ${sql.lit(file)} (format csv, header)`.execute(db);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`create table dossier as select * from read_csv('${file}', header = true)`);
    return connection;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ten counts of the statistics by procedure, from one pass over all dossiers; the key first. */
export async function countByProcedure(connection: DuckDBConnection, { from, until, now }: Seconds): Promise<(string | number)[][]> {
  const finished = `finished >= ${from} and finished < ${until}`;
  const answer = await connection.run(`select procedure_id::varchar,
      count(*) filter (where received >= ${from} and received < ${until} and channel = 1),
      count(*) filter (where received >= ${from} and received < ${until} and channel = 2),
      count(*) filter (where received >= ${from} and received < ${until} and channel = 3),
      count(*) filter (where received < ${from} and (finished is null or finished >= ${from})),
      count(*) filter (where ${finished} and timeliness = 1),
      count(*) filter (where ${finished} and timeliness = 2),
      count(*) filter (where ${finished} and timeliness = 3),
      count(*) filter (where ${finished} and timeliness = 4),
      count(*) filter (where received < ${until} and (finished is null or finished >= ${until})),
      count(*) filter (where received < ${until} and (finished is null or finished >= ${until}) and due < ${Math.min(now, until)})
    from dossier group by procedure_id`);
  return (await answer.getRows()).map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : String(value))));
}
