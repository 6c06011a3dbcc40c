// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { AppError } from '../../kernel/app-error.ts';
import { errorForLog } from './log.ts';

const { db } = await aDatabase();

test('a database error is logged with its code and constraint, without the row that was refused or the connection', async () => {
  const insert = sql`insert into platform.setting (key, value) values ('bí-mật@thu.example', '{}')`;
  await insert.execute(db);

  const error: unknown = await insert.execute(db).catch((caught: unknown) => caught);
  const logged = JSON.stringify(errorForLog(new Error('while saving', { cause: error })));

  expect(logged).toContain('"code":"23505"');
  expect(logged).toContain('setting_pkey');
  expect(logged).not.toContain('bí-mật');
  expect(logged.length).toBeLessThan(4_000);
});

test('a refusal is logged by its code', () => {
  expect(errorForLog(new AppError('conflict', 'platform.stale', { by: 'Nguyễn Văn A' }))).toMatchObject({ code: 'platform.stale' });
  expect(errorForLog('chỉ là chữ')).toBe('chỉ là chữ');
});
