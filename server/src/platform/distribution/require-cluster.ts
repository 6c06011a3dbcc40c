// SPDX-License-Identifier: Apache-2.0
import type pg from 'pg';
import { AppError } from '#kernel/app-error';
import { hasExtension } from './read-catalogue.ts';

const oldestMajor = 12;

/** A machine that holds parts of the tables; `freeBytes` null where it does not tell. */
export type DataNode = { readonly name: string; readonly freeBytes: number | null };

export type Cluster = { readonly version: string; readonly nodes: readonly DataNode[] };

/**
 * The cluster behind this database.
 *
 * @throws AppError `platform.citus_missing`, `platform.citus_not_created`, `platform.citus_too_old`, `platform.citus_without_nodes`
 */
export async function requireCluster(client: pg.ClientBase): Promise<Cluster> {
  if (!(await hasExtension(client))) {
    const { rows } = await client.query<{ database: string; available: boolean }>(
      "select current_database() as database, exists (select from pg_available_extensions where name = 'citus') as available",
    );
    const found = rows[0];
    if (!found?.available) throw new AppError('unavailable', 'platform.citus_missing');
    throw new AppError('unavailable', 'platform.citus_not_created', { database: found.database });
  }
  const { rows } = await client.query<{ version: string }>("select extversion as version from pg_extension where extname = 'citus'");
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) < oldestMajor)
    throw new AppError('unavailable', 'platform.citus_too_old', { version, expected: oldestMajor });
  return { version, nodes: await dataNodes(client) };
}

async function dataNodes(client: pg.ClientBase): Promise<DataNode[]> {
  const { rows } = await client.query<{ name: string; host: string; port: number; holds: boolean; coordinates: boolean }>(`
    select format('%s:%s', nodename, nodeport) as name, nodename as host, nodeport as port, shouldhaveshards as holds, groupid = 0 as coordinates
    from pg_dist_node where isactive and noderole = 'primary' order by nodeid`);
  const holding = rows.filter((row) => row.holds);
  if (holding.length === 0 || !rows.some((row) => row.coordinates)) throw new AppError('unavailable', 'platform.citus_without_nodes');
  const { rows: told } = await client.query<{ name: string; free: string | null }>(`
    select format('%s:%s', nodename, nodeport) as name, case when success then result end as free
    from pg_dist_node join run_command_on_all_nodes('select available_disk_size from citus_local_disk_space_stats()') using (nodeid)`);
  const free = new Map(told.map((row) => [row.name, row.free]));
  return holding.map(({ name }) => ({ name, freeBytes: free.get(name) ? Number(free.get(name)) : null }));
}
