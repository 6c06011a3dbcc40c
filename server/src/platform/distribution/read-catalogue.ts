// SPDX-License-Identifier: Apache-2.0
import type pg from 'pg';
import type { CatalogueTable } from './plan.ts';

// pg-boss keeps its own schema, and extensions bring theirs.
const ownSchemas = `n.nspname not in ('information_schema', 'jobs', 'public') and n.nspname not like 'pg\\_%'
  and not exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')`;

/** All tables of our own as the catalogue describes them; working tables of imports (`dossiers.import_row_…`) come and go and are left out. */
export async function readCatalogue(client: pg.Pool | pg.ClientBase): Promise<CatalogueTable[]> {
  const spread = await hasExtension(client);
  const placed = spread
    ? `left join pg_catalog.pg_dist_partition p on p.logicalrelid = c.oid`
    : `left join (select null::oid as logicalrelid, null::text as partmethod, null::text as partkey) p on p.logicalrelid = c.oid`;
  const column = spread ? 'column_to_column_name(c.oid, p.partkey::text)' : 'null';
  const { rows } = await client.query<Omit<CatalogueTable, 'now'> & { method: string | null; by: string | null }>(`
    select format('%s.%s', n.nspname, c.relname) as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((
        select jsonb_agg((select jsonb_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])))
        from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)), '[]') as "uniqueKeys",
      (select count(*)::int from pg_constraint k where k.contype = 'f' and c.oid in (k.conrelid, k.confrelid)) as "foreignKeys",
      (select count(*)::int from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      c.relpersistence = 'p' as logged,
      pg_total_relation_size(c.oid) as bytes,
      p.partmethod as method, ${column} as by
    from pg_class c join pg_namespace n on n.oid = c.relnamespace ${placed}
    where c.relkind in ('r', 'p') and not c.relispartition and ${ownSchemas}
      and c.relname !~ '^import_row_[0-9a-f]{32}$'
    order by 1`);
  return rows.map(({ method, by, bytes, ...table }) => ({
    ...table,
    bytes: Number(bytes),
    now: method === null ? 'coordinator' : by === null ? 'known' : { by },
  }));
}

/** Whether the extension that spreads tables is there. */
export async function hasExtension(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_extension where extname = 'citus'");
  return rowCount === 1;
}

/** Whether tables of this database are spread over several machines. */
export async function isSpread(pool: pg.Pool): Promise<boolean> {
  if (!(await hasExtension(pool))) return false;
  const { rowCount } = await pool.query("select from pg_dist_partition where partmethod = 'h' limit 1");
  return rowCount === 1;
}
