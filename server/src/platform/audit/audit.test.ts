// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { newId } from '../../kernel/ids.ts';
import { systemActor } from '../auth/actor.ts';
import { inTransaction } from '../db/db.ts';
import { recordAudit, verifyAudit } from './audit.ts';
import { entryHash, originHash } from './chain.ts';
import { auditLines } from './export.ts';

const { db } = await aDatabase({ max: 20 });

const record = (note: string) =>
  inTransaction(db, (tx) =>
    recordAudit(tx, systemActor, { action: 'test.noted', subject: ['note', note], unitId: null, data: { note, chữ: 'Điện Biên' } }),
  );

test('fifty writers at once leave one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => record(`ghi ${index}`)));

  const verdict = await verifyAudit(db);

  expect(verdict).toMatchObject({ intact: true, entries: 50 });
});

test('a rolled-back change leaves no entry and no gap', async () => {
  await inTransaction(db, async (tx) => {
    await recordAudit(tx, systemActor, { action: 'test.noted', subject: ['note', 'bỏ'], unitId: null });
    throw new Error('undo');
  }).catch(() => undefined);
  await record('sau đó');

  expect(await verifyAudit(db)).toMatchObject({ intact: true, entries: 51 });
});

test('an entry waits for its own commit, not for that of whoever drafted one before', async () => {
  let finish: () => void = () => undefined;
  const waiting = new Promise<void>((done) => {
    finish = done;
  });
  let drafted: () => void = () => undefined;
  const hasDrafted = new Promise<void>((done) => {
    drafted = done;
  });
  const slow = inTransaction(db, async (tx) => {
    await recordAudit(tx, systemActor, { action: 'test.noted', subject: ['note', 'chậm'], unitId: null });
    drafted();
    await waiting;
  });
  await hasDrafted;
  await record('nhanh');
  finish();
  await slow;

  const { rows } = await sql<{ id: string }>`select subject_id as id from audit.entry order by sequence desc limit 2`.execute(db);
  expect(rows.map(({ id }) => id)).toEqual(['chậm', 'nhanh']);
  expect(await verifyAudit(db)).toMatchObject({ intact: true, entries: 53 });
});

test('the database hashes any text as the program does', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !value.includes('\0'));
  const texts = fc.sample(fc.tuple(text, text, fc.dictionary(text, text)), { numRuns: 100, seed: 18 });
  const odd = ['"\\/\b\f\n\r\t', '\u001f\u007f\u2028\u2029', 'Điện Biên ắ ẵ ặ', '\ud83d\ude00'].map(
    (one): [string, string, Record<string, string>] => [one, one, { [one]: one }],
  );
  await inTransaction(db, async (tx) => {
    for (const [name, subject, data] of [...odd, ...texts])
      await recordAudit(tx, { ...systemActor, name }, { action: 'test.noted', subject: ['note', subject], unitId: newId(), data });
  });

  expect(await verifyAudit(db)).toMatchObject({ intact: true, entries: 157 });
});

test('the exported lines are enough for a stranger to recompute the chain', async () => {
  let previous = originHash;
  let count = 0;
  for await (const line of auditLines(db)) {
    const entry = JSON.parse(line) as [string, number, string, string, string, string, string, string, string | null, string, string];
    const [before, sequence, at, actorId, actorName, action, subjectType, subjectId, unitId, data, hash] = entry;
    expect(before).toBe(previous);
    expect(entryHash(previous, { sequence, at, actorId, actorName, action, subjectType, subjectId, unitId, data })).toBe(hash);
    previous = hash;
    count += 1;
  }
  expect(count).toBe(157);
});

test('entries refuse to be changed, deleted or truncated', async () => {
  await expect(sql`update audit.entry set action = 'x' where sequence = 1`.execute(db)).rejects.toThrow(/append-only/);
  await expect(sql`delete from audit.entry where sequence = 1`.execute(db)).rejects.toThrow(/append-only/);
  await expect(sql`truncate audit.entry`.execute(db)).rejects.toThrow(/append-only/);
});

test.each([
  [
    'a flipped byte in the data',
    sql`update audit.entry set data = replace(data, 'ghi', 'gxi') where sequence = 7`,
    { brokenAt: 7, reason: 'hash' },
  ],
  [
    'a moved moment',
    sql`update audit.entry e set at = moved.at
      from (select sequence, at + interval '1 microsecond' as at from audit.entry where sequence = 9) moved where e.sequence = moved.sequence`,
    { brokenAt: 9, reason: 'hash' },
  ],
  ['a removed entry', sql`delete from audit.entry where sequence = 20`, { brokenAt: 20, reason: 'gap' }],
  ['a removed last entry', sql`delete from audit.entry where sequence = 157`, { brokenAt: 157, reason: 'head' }],
  [
    'an entry kept out of the chain',
    sql`with kept as (insert into audit.draft (actor_id, actor_name, action, subject_type, subject_id, data) values ('x', 'x', 'x', 'x', 'x', '{}')) select 1`,
    { brokenAt: 158, reason: 'draft' },
  ],
])('%s by someone who switched the triggers off is found', async (_name, tamper, expected) => {
  const verdict = await db
    .transaction()
    .execute(async (tx) => {
      await sql`alter table audit.entry disable trigger user`.execute(tx);
      await tamper.execute(tx);
      const found = await verifyAudit(tx);
      throw Object.assign(new Error('undo'), { found });
    })
    .catch((error: unknown) => (error as { found: unknown }).found);

  expect(verdict).toMatchObject({ intact: false, ...expected });
});

test('after all that the chain itself is untouched', async () => {
  expect(await verifyAudit(db)).toMatchObject({ intact: true, entries: 157 });
});
