// SPDX-License-Identifier: Apache-2.0
import type pg from 'pg';

/** A table as a backup copies it: without the columns that the database computes itself. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };

// pg-boss makes its schema again, with the queue of the moment; `public` holds extensions only.
const ownSchemas = `n.nspname not in ('information_schema', 'jobs', 'public') and n.nspname not like 'pg\\_%'`;

/**
 * All tables with rows of their own, by name; of a partitioned table its parts. Tables that are not logged hold work of the
 * moment, which a crash of the database empties too.
 */
export async function copiedTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select format('%s.%s', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relpersistence = 'p' and ${ownSchemas}
    group by n.nspname, c.relname
    order by n.nspname collate "C", c.relname collate "C"`);
  return rows;
}

export type Sequence = { readonly name: string; readonly lastValue: string; readonly isCalled: boolean };

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ownSchemas} order by 1`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<Sequence>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    );
    found.push(...state.map((one) => ({ name, lastValue: one.lastValue, isCalled: one.isCalled })));
  }
  return found;
}

export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

/** The foreign keys as they were declared; parts of partitioned tables inherit theirs. */
export async function foreignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ownSchemas}
    order by 1, 2`);
  return rows;
}

/** Tables with triggers of our own, quoted. */
export async function tablesWithTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct format('%I.%I', n.nspname, c.relname) as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${ownSchemas} order by 1`);
  return rows.map((row) => row.name);
}

/** `schema.table` as SQL writes it safely. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

/** The columns of a table as SQL lists them. */
export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}
