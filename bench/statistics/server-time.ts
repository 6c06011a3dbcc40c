// SPDX-License-Identifier: Apache-2.0
// What a question costs the database server itself: planning and execution of each of its statements as the server tells
// them; only execution of those whose plans connections keep.
import pg from 'pg';

type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly isPlanned: boolean };
type Query = (this: unknown, ...given: unknown[]) => unknown;

/** The reading statements that some work sends. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  const sent: Statement[] = [];
  client.query = function (...given) {
    const [asked, values] = given as [string | pg.QueryConfig, unknown];
    const isPlanned = typeof asked !== 'string';
    const text = isPlanned ? asked.text : asked;
    if (/^\s*(\/\*.*?\*\/\s*)?(with|select)\b/i.test(text)) sent.push({ text, values: Array.isArray(values) ? values : [], isPlanned });
    return original.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = original;
  }
  return sent;
}

/** Milliseconds of planning and execution that the statements of some work take when they are run again. */
export async function serverTime(pool: pg.Pool, work: () => Promise<unknown>): Promise<number> {
  let sum = 0;
  for (const { text, values, isPlanned } of await statementsOf(work)) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${text}`, [...values]);
    const wanted = isPlanned ? /^Execution Time: ([\d.]+) ms/ : /^(?:Planning|Execution) Time: ([\d.]+) ms/;
    for (const { 'QUERY PLAN': line } of rows) sum += Number(wanted.exec(line)?.[1] ?? 0);
  }
  return sum;
}
