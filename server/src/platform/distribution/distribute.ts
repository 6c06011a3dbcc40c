// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { quoted } from '../backup/catalogue.ts';
import { bytesToMove, type CatalogueTable, type DistributionPlan, type Placements, type PlannedStep, planDistribution } from './plan.ts';
import { readCatalogue } from './read-catalogue.ts';
import { type Cluster, requireCluster } from './require-cluster.ts';
import { nodesInOtherZones, timeZone } from './time-zones.ts';

export type TableDone = { readonly table: string; readonly rows: number; readonly seconds: number };

export type Distributed = { readonly cluster: Cluster; readonly plan: DistributionPlan; readonly tables: readonly TableDone[] };

export type Progress = {
  planned(cluster: Cluster, plan: DistributionPlan): void;
  begins(step: PlannedStep, place: number, of: number): void;
  done(table: TableDone): void;
};

type Options = {
  readonly pool: pg.Pool;
  readonly placements: Placements;
  readonly progress: Progress;
  /** Parts of each table; the extension's own number where absent. */
  readonly parts?: number | undefined;
  /** Only tells what would be done. */
  readonly dryRun?: boolean;
};

// Each part is a table with its indexes on some machine; far fewer serve any cluster that this product meets.
const mostParts = 1_024;

// Rows, their indexes and the log of both, until the next checkpoint.
const spaceFactor = 2;

/**
 * Spreads the big tables over the machines of the cluster, one transaction a table: killed at any moment, each table is whole on one
 * side or the other, and the next run goes on with what is left. The rows of a table are counted before and after.
 *
 * @throws AppError those of `requireCluster`, and `platform.distribution_…`
 */
export async function distribute({ pool, placements, progress, parts, dryRun }: Options): Promise<Distributed> {
  if (parts !== undefined && !(Number.isInteger(parts) && parts >= 1 && parts <= mostParts))
    throw new AppError('invalid', 'platform.distribution_parts', { most: vietnameseNumber(mostParts) });
  const client = await pool.connect();
  try {
    const cluster = await requireCluster(client);
    await takeTurn(client);
    const catalogue = await readCatalogue(client);
    const plan = planDistribution(catalogue, placements);
    requireDecided(plan);
    progress.planned(cluster, plan);
    if (dryRun) return { cluster, plan, tables: [] };
    if (plan.steps.length > 0) await requireAlone(client);
    requireSpace(plan, cluster);
    await setTimeZones(client);
    const tables: TableDone[] = [];
    for (const [index, step] of plan.steps.entries()) {
      progress.begins(step, index + 1, plan.steps.length);
      tables.push(await move(client, step, neighbourOf(step, catalogue, plan), parts));
      progress.done(tables.at(-1) as TableDone);
    }
    await dropLeftovers(client, placements);
    if (plan.steps.length > 0) await client.query('analyze');
    return { cluster, plan, tables };
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('platform.distribute'))").catch(() => undefined);
    client.release();
  }
}

async function takeTurn(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock(hashtext('platform.distribute')) as taken");
  if (!rows[0]?.taken) throw new AppError('conflict', 'platform.distribution_running');
}

function requireDecided({ faults }: DistributionPlan): void {
  if (faults.length === 0) return;
  throw new AppError('conflict', 'platform.distribution_undecided', {
    tables: `${faults
      .slice(0, 5)
      .map(({ table, why }) => `${table} (${why})`)
      .join(', ')}${faults.length > 5 ? ', …' : ''}`,
  });
}

/** A program that writes meanwhile would wait for each table in turn and fail; connections between the machines do not count. */
async function requireAlone(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ program: string }>(`
    select coalesce(nullif(application_name, ''), host(client_addr), usename) as program from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      and application_name not like 'citus\\_%' and application_name not like 'Citus %'`);
  if (rows.length === 0) return;
  const programs = [...new Set(rows.map((row) => row.program))].slice(0, 5).join(', ');
  throw new AppError('conflict', 'platform.distribution_in_use', { count: rows.length, programs });
}

function requireSpace(plan: DistributionPlan, { nodes }: Cluster): void {
  const needed = (bytesToMove(plan) * spaceFactor) / nodes.length;
  const short = nodes.find(({ freeBytes }) => freeBytes !== null && freeBytes < needed);
  if (short)
    throw new AppError('unavailable', 'platform.distribution_no_space', {
      node: short.name,
      free: gigabytes(short.freeBytes ?? 0),
      needed: gigabytes(needed),
    });
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`;
}

/** A table beside whose parts those of the next one are laid; null for the first. */
function neighbourOf(step: PlannedStep, catalogue: readonly CatalogueTable[], plan: DistributionPlan): string | null {
  const there = catalogue.find((table) => typeof table.now === 'object' && plan.done.includes(table.name))?.name;
  const first = there ?? plan.steps.find(({ place }) => place !== 'known')?.table;
  return first === undefined || first === step.table ? null : first;
}

async function move(client: pg.ClientBase, { table, place }: PlannedStep, neighbour: string | null, parts?: number): Promise<TableDone> {
  const began = performance.now();
  const name = quoted(table);
  try {
    await client.query('begin');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    await client.query(`lock table ${name} in access exclusive mode`);
    const before = await countRows(client, name);
    if (place === 'known') await makeKnown(client, name);
    else if (neighbour === null)
      await client.query("select create_distributed_table($1::regclass, $2, colocate_with => 'none', shard_count => $3)", [
        name,
        place.by,
        parts ?? (await usualParts(client)),
      ]);
    else await client.query('select create_distributed_table($1::regclass, $2, colocate_with => $3)', [name, place.by, quoted(neighbour)]);
    const rows = await countRows(client, name);
    if (rows !== before) throw new Error(`${before} rows before, ${rows} after`);
    await client.query('commit');
    return { table, rows, seconds: (performance.now() - began) / 1_000 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new AppError('unavailable', 'platform.distribution_failed', { table, reason: reasonOf(error) });
  }
}

/** The extension puts another table in this one's place and forgets what the comments say. */
async function makeKnown(client: pg.ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select case when d.objsubid = 0 then format('comment on table %s is %L', d.objoid::regclass, d.description)
       else format('comment on column %s.%I is %L', d.objoid::regclass, a.attname, d.description) end as statement
     from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
     where d.classoid = 'pg_class'::regclass and d.objoid = $1::regclass`,
    [name],
  );
  await client.query('select citus_add_local_table_to_metadata($1::regclass)', [name]);
  for (const { statement } of rows) await client.query(statement);
}

function reasonOf(error: unknown): string {
  if (error instanceof pg.DatabaseError && error.detail) return `${error.message} (${error.detail})`;
  return error instanceof Error ? error.message : String(error);
}

async function usualParts(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ parts: number }>("select current_setting('citus.shard_count')::int as parts");
  return rows[0]?.parts ?? 32;
}

async function countRows(client: pg.ClientBase, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${name}`);
  return Number(rows[0]?.count);
}

/**
 * The time zone of a session does not travel to the machines that count its rows, so each keeps it for the database: a day, and so a
 * month of the statistics, would else begin seven hours late.
 */
async function setTimeZones(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter database %I set timezone = %L', current_database(), $1::text) as statement`,
    [timeZone],
  );
  await client.query('select run_command_on_all_nodes($1, give_warning_for_connection_errors => true)', [rows[0]?.statement]);
  const strange = await nodesInOtherZones(client);
  if (strange.length > 0) throw new AppError('conflict', 'platform.node_time_zone', { nodes: strange.join(', ') });
}

/** The rows that were copied still take room on the coordinating machine until they are dropped; a run that was killed leaves them. */
async function dropLeftovers(client: pg.ClientBase, placements: Placements): Promise<void> {
  for (const [table, place] of Object.entries(placements)) {
    if (typeof place !== 'object') continue;
    const { rows } = await client.query<{ bytes: string }>('select pg_relation_size($1::regclass)::text as bytes', [quoted(table)]);
    if (Number(rows[0]?.bytes) > 0)
      await client.query('select truncate_local_data_after_distributing_table($1::regclass)', [quoted(table)]);
  }
}
