// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { channels, type flowMeasures, type stockMeasures } from '../../domain/statistics/measures.ts';
import { cellsOf } from '../tally/cells.sql.ts';
import { allProcedures, countColumns, namesOf, type SumTable, timeColumn } from '../tally/columns.ts';
import { withLeaves } from '../tally/leaves.sql.ts';

/** What the rows of an answer are: one for all, one a procedure, one a unit of `unitIds`. */
export type StatisticKey = 'total' | 'procedure' | 'unit';

/** Which dossiers are counted. */
export type StatisticScope = {
  /** Units whose dossiers, and those of every unit below them, are counted. */
  readonly unitIds: readonly string[];
  /** Only these procedures; null for all. */
  readonly procedureIds: readonly string[] | null;
  /** National channel codes 1 to 3. */
  readonly channels: readonly number[];
  readonly key: StatisticKey;
};

/** How far the sums are: the day that the stocks were brought forward to, and whether changes wait to be folded in. */
export type SumsState = { readonly day: Day; readonly isWaiting: boolean };

/** The key of a cell of the sums. */
export function keyOf(scope: StatisticScope): RawBuilder<unknown> {
  if (scope.key === 'procedure') return sql`procedure_id`;
  return scope.key === 'unit' ? sql`unit_id` : sql`''`;
}

/** The key of a dossier `d` beside the `span` of its unit's lineage. */
export function keyOfDossier(scope: StatisticScope): RawBuilder<unknown> {
  if (scope.key === 'procedure') return sql`d.procedure_id`;
  return scope.key === 'unit' ? sql`span.ancestor_id` : sql`''`;
}

/** The grouping of cells by their key and other columns. */
export function grouped(scope: StatisticScope, others: readonly string[]): RawBuilder<unknown> {
  const keys = [...(scope.key === 'procedure' ? ['procedure_id'] : scope.key === 'unit' ? ['unit_id'] : []), ...others];
  return keys.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(keys.map((key) => sql.ref(key)))}`;
}

/** One measure over the wanted channels, as an expression over a cell. */
export function over(scope: StatisticScope, measure: (typeof flowMeasures)[number] | (typeof stockMeasures)[number]): RawBuilder<number> {
  const wanted = channels.filter((_, index) => scope.channels.includes(index + 1));
  return sql`(${sql.join(
    wanted.map((channel) => sql.ref(`${measure}_${channel}`)),
    sql` + `,
  )})`;
}

/** What a cell received through one channel; nothing where it is not wanted. */
export function receivedBy(scope: StatisticScope, channel: 1 | 2 | 3): RawBuilder<number> {
  return scope.channels.includes(channel) ? sql.ref(`received_${channels[channel - 1]}`) : sql.lit(0);
}

/** Whether single procedures are counted, apart or together. */
export const namesProcedures = (scope: StatisticScope): boolean => scope.key === 'procedure' || scope.procedureIds !== null;

/** The cells of the wanted procedures. */
export function withProcedures(scope: StatisticScope): RawBuilder<unknown> {
  if (scope.procedureIds) return sql`and procedure_id = any(${scope.procedureIds})`;
  return namesProcedures(scope) ? sql`and procedure_id <> ${allProcedures}` : sql`and procedure_id = ${allProcedures}`;
}

/** The dossiers `d` of the wanted channels and procedures. */
export function wantedDossiers(scope: StatisticScope): RawBuilder<unknown> {
  const channel = scope.channels.length === 3 ? sql`` : sql`and d.channel = any(${scope.channels})`;
  return scope.procedureIds ? sql`${channel} and d.procedure_id = any(${scope.procedureIds})` : channel;
}

const waitingChanges = sql`select * from dossiers.tally_change`;

/** A table of sums; what waits is read as if it were folded in. */
export function sumsIn(table: SumTable, { day, isWaiting }: SumsState): RawBuilder<unknown> {
  if (!isWaiting) return sql.id('dossiers', table);
  const columns = sql`unit_id, ${sql.ref(timeColumn[table])}, procedure_id, ${namesOf(countColumns[table])}`;
  const waiting = cellsOf[table]({ day }).map((cells) => sql`select * from (${withLeaves(waitingChanges, { day }, cells)}) as waiting`);
  return sql`(select ${columns} from ${sql.id('dossiers', table)} union all ${sql.join(waiting, sql` union all `)})`;
}
