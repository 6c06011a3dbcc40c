// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startFailure } from '../../main.ts';
import { loadConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = (name: string): string => join(folder, name);

function sentenceOf(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    return startFailure(error);
  }
}

test('the session secret is made once, whole, and readable by the program alone', () => {
  const one = loadConfig({ TUONGMINH_DATA: data('new') });
  const two = loadConfig({ TUONGMINH_DATA: data('new') });

  expect(one.secret).toBe(two.secret);
  expect(one.secret.length).toBeGreaterThanOrEqual(32);
  expect(readdirSync(data('new'))).toEqual(['secret']);
  if (process.platform !== 'win32') expect(statSync(join(data('new'), 'secret')).mode & 0o777).toBe(0o600);
});

test('a secret that a full disk left empty is made anew, never used', () => {
  loadConfig({ TUONGMINH_DATA: data('full') });
  writeFileSync(join(data('full'), 'secret'), '');

  expect(loadConfig({ TUONGMINH_DATA: data('full') }).secret.length).toBeGreaterThanOrEqual(32);
  expect(readFileSync(join(data('full'), 'secret'), 'utf8').length).toBeGreaterThanOrEqual(32);
});

test('a data folder that is a file is told in words', () => {
  writeFileSync(data('file'), '');

  expect(sentenceOf({ TUONGMINH_DATA: data('file') })).toMatch(/^Không tạo hoặc không ghi được thư mục dữ liệu .*file/);
});

test.each([
  ['PORT', 'http', 'số từ 0 đến 65535'],
  ['DATABASE_URL', 'mysql://x', 'postgres://'],
  ['TUONGMINH_URL', 'cchc', 'https://'],
  ['TUONGMINH_URL', 'javascript:alert(1)', 'https://'],
  ['TUONGMINH_SECRET', 'ngắn', '32 ký tự'],
  ['TUONGMINH_DEMO', 'yes', 'on hoặc off'],
  ['SMTP_URL', 'http://thu.example', 'smtp://'],
  ['MAIL_FROM', 'một cửa', 'địa chỉ thư'],
])('%s=%s is told in Vietnamese', (variable, value, words) => {
  const sentence = sentenceOf({ TUONGMINH_DATA: data('x'), [variable]: value });

  expect(sentence).toContain(`Biến môi trường ${variable} chưa đúng`);
  expect(sentence).toContain(words);
});

test('an address with a path is kept as the origin that browsers name', () => {
  expect(loadConfig({ TUONGMINH_DATA: data('url'), TUONGMINH_URL: 'https://CCHC.dienbien.example/' }).publicUrl).toBe(
    'https://cchc.dienbien.example',
  );
});

test('a mail server and the sender’s address come together or not at all', () => {
  const mail = { SMTP_URL: 'smtp://gui:mat@thu.dienbien.example:587', MAIL_FROM: 'Một cửa <motcua@dienbien.example>' };
  expect(loadConfig({ TUONGMINH_DATA: data('mail'), ...mail }).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
  expect(loadConfig({ TUONGMINH_DATA: data('mail') }).mail).toBeUndefined();
  expect(sentenceOf({ TUONGMINH_DATA: data('mail'), SMTP_URL: mail.SMTP_URL })).toContain('Biến môi trường MAIL_FROM chưa đúng');
});
