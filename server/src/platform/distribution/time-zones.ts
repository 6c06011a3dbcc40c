// SPDX-License-Identifier: Apache-2.0
import type pg from 'pg';
import { AppError } from '#kernel/app-error';
import { isSpread } from './read-catalogue.ts';

/** The zone in which days and months are counted, as `openDatabase` asks for it on every session. */
export const timeZone = 'Asia/Ho_Chi_Minh';

/** Machines of the cluster whose new sessions are in another time zone. */
export async function nodesInOtherZones(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%s:%s', nodename, nodeport) as name
     from pg_dist_node join run_command_on_all_nodes('select reset_val from pg_settings where name = ''TimeZone''') using (nodeid)
     where isactive and noderole = 'primary' and shouldhaveshards and (not success or result <> $1)`,
    [timeZone],
  );
  return rows.map((row) => row.name);
}

/**
 * Refuses a start where days would be counted in another time zone: behind a pooler that drops what a session asks for, or on spread
 * tables where a machine, for instance one added later, has another one.
 *
 * @throws AppError `platform.session_time_zone`, `platform.node_time_zone`
 */
export async function requireTimeZones(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ zone: string }>("select current_setting('TimeZone') as zone");
  if (rows[0]?.zone !== timeZone) throw new AppError('conflict', 'platform.session_time_zone', { zone: rows[0]?.zone ?? '' });
  if (!(await isSpread(pool))) return;
  const nodes = await nodesInOtherZones(pool);
  if (nodes.length > 0) throw new AppError('conflict', 'platform.node_time_zone', { nodes: nodes.join(', ') });
}
