// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import modules from '../../modules.json' with { type: 'json' };
import { aDatabase } from '../database.ts';

const { db } = await aDatabase();
const outside = new Set(['platform', 'audit', 'jobs', 'public']);

test('foreign keys point only where the module table allows', async () => {
  const { rows } = await sql<{ from: string; to: string; name: string }>`
    select f.nspname as "from", t.nspname as "to", c.conname as name
    from pg_constraint c
    join pg_class fc on fc.oid = c.conrelid join pg_namespace f on f.oid = fc.relnamespace
    join pg_class tc on tc.oid = c.confrelid join pg_namespace t on t.oid = tc.relnamespace
    where c.contype = 'f' and f.nspname <> t.nspname`.execute(db);
  const allowed = (from: string, to: string): boolean =>
    to === 'platform' || (modules[from as keyof typeof modules]?.mayUse as string[] | undefined)?.includes(to) === true;

  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ from, to }) => !allowed(from, to))).toEqual([]);
});

test('every schema is a module’s or the platform’s, and every table says in Vietnamese what it holds', async () => {
  const { rows } = await sql<{ schema: string; table: string; comment: string | null }>`
    select n.nspname as schema, c.relname as table, obj_description(c.oid) as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`.execute(db);

  expect(rows.filter(({ schema }) => !outside.has(schema) && !(schema in modules))).toEqual([]);
  expect(rows.filter(({ schema, table, comment }) => comment === null && `${schema}.${table}` !== 'platform.migration')).toEqual([]);
});
