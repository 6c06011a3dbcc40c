// SPDX-License-Identifier: Apache-2.0
import { connect, createServer } from 'node:net';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { type Db, openDatabase } from './db.ts';
import { databaseRefusal } from './failures.ts';
import { keptPlan } from './kept-plans.ts';

const own = await aDatabase({ max: 1 });
const throughPooler = openDatabase(await aPooler(own.url, withOtherProcess), { max: 1 });
const fallenSilent = openDatabase(await aPooler(own.url, untilReady), { max: 1 });
afterAll(throughPooler.close);
afterAll(fallenSilent.close);

/** A way to the database that passes on what `told` makes of each of the server's messages. */
async function aPooler(databaseUrl: string, told: (chunk: Buffer) => Buffer | null): Promise<string> {
  const { hostname, port } = new URL(databaseUrl);
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    socket.on('data', (chunk) => onward.write(chunk));
    onward.on('data', (chunk) => {
      const passed = told(chunk);
      if (passed) socket.write(passed);
    });
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const)
      one.on('error', () => undefined).on('close', () => other.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => server.close());
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return url.href;
}

/** As a pooler, which makes up process numbers. The message that tells it: `K`, its length of 12 bytes, the number, a key. */
function withOtherProcess(chunk: Buffer): Buffer {
  const at = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at >= 0) chunk.writeInt32BE(chunk.readInt32BE(at + 5) + 1, at + 5);
  return chunk;
}

let isReady = false;

/** As a firewall that forgets a connection as soon as the server is ready (`Z`). */
function untilReady(chunk: Buffer): Buffer | null {
  if (isReady) return null;
  isReady = chunk.includes(Buffer.from([0x5a, 0, 0, 0, 5]));
  return chunk;
}

async function namedStatements(db: Db): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements order by prepare_time`.execute(db);
  return rows.map(({ statement }) => statement);
}

/** The same question twice with different values, kept and not. */
async function ask(db: Db): Promise<number[]> {
  const answers: number[] = [];
  for (const value of [1, 2]) {
    const { rows } = await sql<{ kept: number; plain: number }>`${keptPlan} select ${value}::int as kept, 0 as plain`.execute(db);
    const plain = await sql<{ plain: number }>`select ${value}::int as plain`.execute(db);
    answers.push(rows[0]?.kept ?? 0, plain.rows[0]?.plain ?? 0);
  }
  return answers;
}

test('the server knows a marked statement again, and only that', async () => {
  expect(await ask(own.db)).toEqual([1, 1, 2, 2]);
  expect(await namedStatements(own.db)).toEqual(['/* kept plan */ select $1::int as kept, 0 as plain']);
});

test('a statement of the query builder is marked behind its select', async () => {
  const ask = (schema: string) =>
    (own.db as Db<{ 'pg_catalog.pg_namespace': { nspname: string } }>)
      .selectFrom('pg_catalog.pg_namespace')
      .modifyFront(keptPlan)
      .select('nspname')
      .where('nspname', '=', schema)
      .execute();
  expect([await ask('pg_catalog'), await ask('dossiers')]).toEqual([[{ nspname: 'pg_catalog' }], [{ nspname: 'dossiers' }]]);
  expect((await namedStatements(own.db)).filter((statement) => statement.includes('pg_namespace'))).toHaveLength(1);
});

test('a statement follows a table that changes under it', async () => {
  await sql`create table public.thing (name text)`.execute(own.db);
  const read = async () => (await sql<{ name: string }>`${keptPlan} select name::text as name from public.thing`.execute(own.db)).rows;
  expect(await read()).toEqual([]);
  await sql`alter table public.thing alter column name type varchar(20), add column place int not null default 1`.execute(own.db);
  await sql`insert into public.thing (name) values ('một')`.execute(own.db);
  expect(await read()).toEqual([{ name: 'một' }]);
});

test('nothing is kept where a pooler stands in between: another of its connections would not know the name', async () => {
  expect(await ask(throughPooler.db)).toEqual([1, 1, 2, 2]);
  expect(await namedStatements(throughPooler.db)).toEqual([]);
});

test('a connection that falls silent right after it was opened is a database that is not there', async () => {
  const error: unknown = await ask(fallenSilent.db).catch((reason: unknown) => reason);
  expect(databaseRefusal(error)?.code).toBe('platform.database_unavailable');
});
