// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { inTransaction } from '../db/db.ts';
import { createLog } from '../log/log.ts';
import { queueMail } from './mail-outbox.ts';
import { createMailer } from './mailer.ts';
import { sendWaitingMail } from './send-waiting-mail.ts';

const { db } = await aDatabase();
const log = createLog('silent');

let refusal: { readonly code: number; readonly at: 'recipient' | 'data' } | null = null;
const arrived: ParsedMail[] = [];
const refused = (code: number): Error => Object.assign(new Error('not now'), { responseCode: code });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => (refusal?.at === 'recipient' ? done(refused(refusal.code)) : done()),
  onData: async (stream, _session, done) => {
    const mail = await simpleParser(stream);
    if (refusal?.at === 'data') return done(refused(refusal.code));
    arrived.push(mail);
    done();
  },
});
const listening = server.listen(0, '127.0.0.1');
await once(listening, 'listening');
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
const { port } = listening.address() as AddressInfo;
const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Một cửa <motcua@dienbien.example>' });
const letter = {
  to: 'xuan@example.com',
  subject: 'Hồ sơ đã được tiếp nhận',
  body: 'Kính gửi ông/bà,\nMã hồ sơ: 000.00.21.H18-221005-0001',
};

beforeEach(async () => {
  refusal = null;
  arrived.length = 0;
  await sql`delete from platform.mail`.execute(db);
});

const send = () => sendWaitingMail(db, log, mailer);
const states = async () =>
  (await sql<{ state: string; attempts: number }>`select state, attempts from platform.mail order by id`.execute(db)).rows;
const pausesOver = () =>
  sql`update platform.mail set next_at = now() - interval '1 second' where state in ('waiting', 'sending')`.execute(db);

test('a queued mail arrives once, with its letters, and never again', async () => {
  await queueMail(db, letter);
  await send();
  await send();
  expect(arrived.map(({ subject, text, to, from }) => [subject, text?.trim(), Array.isArray(to) ? '' : to?.text, from?.text])).toEqual([
    [letter.subject, letter.body, letter.to, '"Một cửa" <motcua@dienbien.example>'],
  ]);
  expect(await states()).toEqual([{ state: 'sent', attempts: 1 }]);
});

test('a server that refuses for the moment gets the mail again after a pause, under the same id', async () => {
  refusal = { code: 451, at: 'data' };
  await queueMail(db, letter);
  await send();
  await send();
  expect([await states(), arrived]).toEqual([[{ state: 'waiting', attempts: 1 }], []]);
  refusal = null;
  await send();
  expect(arrived).toEqual([]);
  await pausesOver();
  await send();
  const { rows } = await sql<{ id: string }>`select id from platform.mail`.execute(db);
  expect(arrived.map(({ messageId }) => messageId)).toEqual([`<${rows[0]?.id}@dienbien.example>`]);
  expect(await states()).toEqual([{ state: 'sent', attempts: 2 }]);
});

test('an address that does not exist is not tried again, and a mail server that is away is', async () => {
  refusal = { code: 550, at: 'recipient' };
  await queueMail(db, letter);
  await send();
  expect(await states()).toEqual([{ state: 'refused', attempts: 1 }]);

  await sql`delete from platform.mail`.execute(db);
  await queueMail(db, letter);
  await sendWaitingMail(db, log, createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example' }));
  expect(await states()).toEqual([{ state: 'waiting', attempts: 1 }]);
  await sql`update platform.mail set attempts = 6`.execute(db);
  await pausesOver();
  await sendWaitingMail(db, log, createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example' }));
  expect(await states()).toEqual([{ state: 'refused', attempts: 7 }]);
});

test('two processes that send at once send each mail once', async () => {
  for (let count = 0; count < 12; count += 1) await queueMail(db, { ...letter, subject: `Thư ${count}` });
  await Promise.all([send(), send(), send()]);
  expect(arrived.map(({ subject }) => subject).sort()).toEqual(Array.from({ length: 12 }, (_, count) => `Thư ${count}`).sort());
});

test('a mail whose sender died while sending is told of and not sent again', async () => {
  await queueMail(db, letter);
  await sql`update platform.mail set state = 'sending', attempts = 1, next_at = now() + interval '5 minutes'`.execute(db);
  await send();
  expect(await states()).toEqual([{ state: 'sending', attempts: 1 }]);
  await pausesOver();
  await send();
  expect([await states(), arrived]).toEqual([[{ state: 'unknown', attempts: 1 }], []]);
});

test('a transaction that is undone sends nothing, and a mail with a name is queued once', async () => {
  await expect(
    inTransaction(db, async (tx) => {
      await queueMail(tx, letter);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  await queueMail(db, { ...letter, once: 'late:1' });
  await queueMail(db, { ...letter, once: 'late:1' });
  await send();
  expect(arrived).toHaveLength(1);
});

test('without a mail server nothing is sent, and what is older than three days is dropped', async () => {
  await queueMail(db, letter);
  await queueMail(db, letter);
  await sql`update platform.mail set created_at = now() - interval '4 days' where id = (select min(id::text)::uuid from platform.mail)`.execute(
    db,
  );
  await sendWaitingMail(db, log, undefined);
  expect((await states()).map(({ state }) => state).sort()).toEqual(['expired', 'waiting']);
});
