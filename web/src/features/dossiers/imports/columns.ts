// SPDX-License-Identifier: Apache-2.0
import type { Columns, Field, FieldChoice, Import } from './imports.api.ts';

type Shape = NonNullable<Import['shape']>;

/** Which field each column of the file is, in the order of the file; null for one that is not used. */
export type Plan = readonly (Field | null)[];

const longestHeader = 200;

/** The plan with one column set anew; a field belongs to one column, so another one that had it is set free. */
export function withField(plan: Plan, index: number, field: Field | null): Plan {
  return plan.map((own, at) => (at === index ? field : field !== null && own === field ? null : own));
}

/** The plan as it is sent and kept: by header. A column without a name cannot be kept. */
export function columnsOf(headers: readonly string[], plan: Plan): Columns {
  const named = headers.map((header, index) => [header, plan[index] ?? null] as const);
  // Of two columns with one name the used one counts.
  const ordered = [...named.filter(([, field]) => field === null), ...named.filter(([, field]) => field !== null)];
  return Object.fromEntries(ordered.filter(([header]) => header.trim() !== '' && header.length <= longestHeader));
}

/** A saved mapping laid over the columns of a file: what it names is set, the rest stays. */
export function planFrom(shape: Pick<Shape, 'headers' | 'plan'>, columns: Columns): Plan {
  return shape.headers.reduce<Plan>((plan, header, index) => {
    const field = columns[header];
    return field === undefined ? plan : withField(plan, index, field);
  }, shape.plan);
}

/** Fields without which no row can become a dossier and which no column has. */
export function missingOf(fields: readonly FieldChoice[], plan: Plan): readonly FieldChoice[] {
  return fields.filter(({ field, isRequired }) => isRequired && !plan.includes(field));
}

/** What stands in a column in the first rows, as an example. */
export function exampleOf(sample: Shape['sample'], index: number): string {
  const values = sample.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 2).join(' · ');
}
