// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import { channels, flowMeasures, partMeasures, stockMeasures } from '../../domain/statistics/measures.ts';

/** Stands in the sums for all procedures together, so that whoever asks for no single one reads one row a period. */
export const allProcedures = '00000000-0000-0000-0000-000000000000';

/** The counting columns of `dossiers.tally`, channel by channel within each measure. */
export const flowColumns = columnsOf(flowMeasures);
/** The counting columns of `dossiers.tally_part`. */
export const partColumns = columnsOf(partMeasures);
/** Open dossiers past due on the day that stocks are counted up to; in no table. */
export const lateNowColumns = columnsOf(['late_now']);
/** The counting columns of `dossiers.stock`. */
export const stockColumns = columnsOf(stockMeasures);

/** The tables of sums, and how each calls the time that a sum is of. */
export const timeColumn = { tally: 'period', tally_part: 'part', stock: 'at' } as const;
export type SumTable = keyof typeof timeColumn;
export const sumTables = ['tally', 'tally_part', 'stock'] as const satisfies readonly SumTable[];

/** The counting columns of each. */
export const countColumns: { readonly [T in SumTable]: readonly CountColumn[] } = {
  tally: flowColumns,
  tally_part: partColumns,
  stock: stockColumns,
};

export type CountColumn<M extends string = string> = { readonly measure: M; readonly channel: number; readonly name: string };

function columnsOf<M extends string>(measures: readonly M[]): CountColumn<M>[] {
  return measures.flatMap((measure) => channels.map((name, index) => ({ measure, channel: index + 1, name: `${measure}_${name}` })));
}

/** The names of columns, for a list of what is selected or written. */
export function namesOf(columns: readonly CountColumn[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name }) => sql.ref(name)));
}

/** The sum of each column under its own name. */
export function sumsOf(columns: readonly CountColumn[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name }) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`));
}

/** Whether a cell counts anything. */
export function isAnything(columns: readonly CountColumn[]): RawBuilder<unknown> {
  return sql`(${sql.join(
    columns.map(({ name }) => sql`${sql.ref(name)} <> 0`),
    sql` or `,
  )})`;
}
