// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';

export type BrokenReferences = {
  /** Dossiers whose unit does not exist. */
  readonly withoutUnit: number;
  /** Dossiers whose procedure, or its version, does not exist. */
  readonly withoutVersion: number;
  /** Dossiers without a single step of history, where this product has written them itself. */
  readonly withoutHistory: number;
  /** One code of each kind that is there, to begin with. */
  readonly examples: readonly string[];
};

/**
 * Counts what a foreign key would have refused (decision 9). Units and versions are grouped first: ten million dossiers
 * are read once and only their few distinct references are looked up.
 */
export async function countBrokenReferences(db: Db): Promise<BrokenReferences> {
  const { rows } = await sql<{ kind: keyof Omit<BrokenReferences, 'examples'>; count: number; example: string }>`
    with seen as (
      select unit_id, procedure_id, procedure_version, count(*) as dossiers, min(code) as example
      from dossiers.dossier group by unit_id, procedure_id, procedure_version)
    select 'withoutUnit' as kind, sum(dossiers)::int8 as count, min(example) as example from seen s
    where not exists (select from units.unit u where u.id = s.unit_id)
    union all
    select 'withoutVersion', sum(dossiers)::int8, min(example) from seen s
    where not exists (select from procedures.version v where v.procedure_id = s.procedure_id and v.number = s.procedure_version)
    union all
    select 'withoutHistory', count(*), min(d.code) from dossiers.dossier d
    where d.origin in (1, 2) and not d.generated
      and not exists (select from dossiers.step s where s.code = d.code and s.unit_id = d.unit_id)`.execute(db);
  const of = (kind: string) => rows.find((row) => row.kind === kind);
  return {
    withoutUnit: of('withoutUnit')?.count ?? 0,
    withoutVersion: of('withoutVersion')?.count ?? 0,
    withoutHistory: of('withoutHistory')?.count ?? 0,
    examples: rows.flatMap(({ example }) => (example ? [example] : [])),
  };
}
