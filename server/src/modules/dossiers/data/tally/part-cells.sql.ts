// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { firstHalfDays } from '../../domain/statistics/period.ts';
import { allProcedures, isAnything, namesOf, partColumns, sumsOf } from './columns.ts';
import { isAbove, leaf, standsIn } from './leaves.sql.ts';

/**
 * What dossiers add to `dossiers.tally_part`: of all procedures together to the days and first halves of months of their units and of
 * every unit above; of single procedures to the first halves of every unit above alone.
 */
export function partCells(): RawBuilder<unknown>[] {
  const monthOf = (day: RawBuilder<unknown>) => sql`(date_part('year', ${day}) * 100 + date_part('month', ${day}))::int`;
  const all = sql`
    select * from (
      with daily as materialized (
        select span.ancestor_id as unit_id, day, ${sumsOf(partColumns)}
        from ${leaf.days} as leaf
        join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${standsIn(sql`day`)}
        group by span.ancestor_id, day
      )
      select unit_id, ${monthOf(sql`day`)} * 100 + date_part('day', day)::int as part, ${allProcedures}::uuid as procedure_id,
        ${namesOf(partColumns)} from daily
      union all
      select unit_id, ${monthOf(sql`day`)} * 10 + 1 as half, ${allProcedures}::uuid, ${sumsOf(partColumns)} from daily
      where date_part('day', day) <= ${sql.lit(firstHalfDays)} group by unit_id, half
    ) as cell`;
  const below = sql`
    select span.ancestor_id, ${monthOf(sql`month`)} * 10 + 1 as part, procedure_id, ${sumsOf(partColumns)}
    from ${leaf.halves} as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${isAbove} and ${standsIn(sql`month`)}
    where is_first and ${isAnything(partColumns)}
    group by span.ancestor_id, month, procedure_id`;
  return [all, below];
}
