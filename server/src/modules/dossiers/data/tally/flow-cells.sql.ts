// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { allProcedures, flowColumns, isAnything, namesOf, sumsOf } from './columns.ts';
import { isAbove, leaf, standsIn } from './leaves.sql.ts';

/**
 * What dossiers add to `dossiers.tally`: to the months, quarters and years of their units and of every unit above, each of its
 * procedure and of all together. In two sets, each with one cell a key: a unit's own dossiers may lie beside those from below.
 */
export function flowCells(): RawBuilder<unknown>[] {
  const own = sql`select unit_id, month, procedure_id, ${sumsOf(flowColumns)} from ${leaf.halves} group by unit_id, month, procedure_id`;
  const all = sql`
    select span.ancestor_id, month, ${allProcedures}::uuid, ${sumsOf(flowColumns)}
    from (select unit_id, month, ${sumsOf(flowColumns)} from ${leaf.halves} group by unit_id, month) as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${standsIn(sql`month`)}
    group by span.ancestor_id, month`;
  const below = sql`
    select span.ancestor_id as unit_id, month, procedure_id, ${sumsOf(flowColumns)}
    from ${leaf.halves} as leaf
    join units.lineage_by_unit span on span.descendant_id = leaf.unit_id and ${isAbove} and ${standsIn(sql`month`)}
    group by span.ancestor_id, month, procedure_id`;
  return [withLonger(sql`${own} union all ${all}`), withLonger(below)];
}

/** Months, and the quarters and years that they make up. */
function withLonger(months: RawBuilder<unknown>): RawBuilder<unknown> {
  const longer = (period: RawBuilder<unknown>) =>
    sql`select unit_id, ${period} as period, procedure_id, ${sumsOf(flowColumns)} from monthly group by unit_id, period, procedure_id`;
  const [year, quarter, month] = ['year', 'quarter', 'month'].map((part) => sql`date_part('${sql.raw(part)}', month)::int`);
  return sql`
    select * from (
      with monthly as materialized (select * from (${months}) as made where ${isAnything(flowColumns)})
      select unit_id, ${year} * 100 + ${month} as period, procedure_id, ${namesOf(flowColumns)} from monthly
      union all ${longer(sql`${year} * 10 + ${quarter}`)}
      union all ${longer(sql`${year}`)}
    ) as cell`;
}
