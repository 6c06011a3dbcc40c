// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { limitSignIn } from './limit-sign-in.ts';

const { db } = await aDatabase({ max: 20 });
const times = (count: number, work: (index: number) => Promise<unknown>): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => work(index)));
const refused = (results: readonly PromiseSettledResult<unknown>[]): number => results.filter(({ status }) => status === 'rejected').length;

test('guesses at one account from fifty addresses at once are as many as from one', async () => {
  expect(refused(await times(50, (index) => limitSignIn(db, 'mot@thu.example', `198.51.100.${index}`)))).toBe(30);
  await expect(limitSignIn(db, ' MOT@thu.example', '203.0.113.1')).rejects.toMatchObject({ code: 'platform.too_many_requests' });
});

test('one address fails at no more than a hundred accounts', async () => {
  expect(refused(await times(110, (index) => limitSignIn(db, `khong.co.${index}@thu.example`, '203.0.113.2')))).toBe(10);
});

test('a whole province signs in from one address', async () => {
  const signIn = async (index: number) => (await limitSignIn(db, `${index % 40}@thu.example`, '203.0.113.3')).succeeded();

  for (let round = 0; round < 5; round += 1) expect(refused(await times(40, signIn))).toBe(0);
});

test('a right password ends the count of the account, and only that', async () => {
  await times(15, (index) => limitSignIn(db, 'hai@thu.example', `198.51.101.${index}`));
  await (await limitSignIn(db, 'hai@thu.example', '198.51.101.99')).succeeded();

  expect(refused(await times(21, (index) => limitSignIn(db, 'hai@thu.example', `198.51.102.${index}`)))).toBe(1);
});

test('the count ends with its quarter of an hour', async () => {
  await times(25, (index) => limitSignIn(db, 'ba@thu.example', `198.51.103.${index}`));
  await sql`update identity.rate_limit set last_request = last_request - 15 * 60 * 1000`.execute(db);

  expect(refused(await times(20, (index) => limitSignIn(db, 'ba@thu.example', `198.51.104.${index}`)))).toBe(0);
});

test('attempts counted while the clock stood in the future count against nobody', async () => {
  await times(25, (index) => limitSignIn(db, 'bon@thu.example', `198.51.105.${index}`));
  await sql`update identity.rate_limit set last_request = (extract(epoch from timestamptz '2099-01-01') * 1000)::bigint`.execute(db);

  expect(refused(await times(20, (index) => limitSignIn(db, 'bon@thu.example', `198.51.106.${index}`)))).toBe(0);
});
