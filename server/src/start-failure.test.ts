// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { startFailure } from './main.ts';

const withCode = (code: string, path?: string): Error => Object.assign(new Error(`${code}: x`), { code, path });

test.each([
  ['a full disk', withCode('ENOSPC'), 'Ổ đĩa của máy chủ đã đầy'],
  ['a disk that takes no writing', withCode('EROFS', '/srv/data/postgres.conf'), '/srv/data/postgres.conf'],
  ['a database that goes away meanwhile', withCode('57P01'), 'Cơ sở dữ liệu đang khởi động lại'],
  ['a port in use', new AppError('conflict', 'platform.port_in_use', { port: 8080 }), 'PORT=8081'],
  [
    'a backup that does not fit',
    new AppError('unavailable', 'platform.backup_before_upgrade_failed', { folder: '/srv', reason: 'ENOSPC' }),
    'Chưa nâng cấp cơ sở dữ liệu',
  ],
])('%s at the start is told in a sentence, without a stack', (_what, error, sentence) => {
  const told = startFailure(error);

  expect(told).toContain(sentence);
  expect(told).not.toMatch(/\n\s+at /);
});

test('what nobody expected keeps its stack', () => {
  expect(startFailure(new TypeError('x'))).toMatch(/TypeError: x\n\s+at /);
});
