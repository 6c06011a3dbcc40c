// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { keptSecret } from './data-folder.ts';

const secretMinimum = 32;

const Environment = z.object({
  TUONGMINH_DATA: z.string().default('./data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  TUONGMINH_URL: z.url({ protocol: /^https?$/ }).optional(),
  TUONGMINH_SECRET: z.string().min(secretMinimum).optional(),
  TUONGMINH_DEMO: z.enum(['on', 'off']).default('on'),
  TUONGMINH_DEMO_PASSWORD: z.string().min(10).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** What each variable wants, for the person who starts the program. */
const wanted: Readonly<Record<string, string>> = {
  DATABASE_URL: 'cần dạng postgres://tài-khoản:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu',
  PORT: 'cần một số từ 0 đến 65535',
  TUONGMINH_URL: 'cần địa chỉ đầy đủ, ví dụ https://cchc.dienbien.gov.vn',
  TUONGMINH_SECRET: `cần ít nhất ${secretMinimum} ký tự`,
  TUONGMINH_DEMO: 'cần on hoặc off',
  TUONGMINH_DEMO_PASSWORD: 'cần ít nhất 10 ký tự',
  SMTP_URL: 'cần dạng smtp://tài-khoản:mật-khẩu@máy:cổng hoặc smtps://…, và cần cả MAIL_FROM',
  MAIL_FROM: 'cần địa chỉ thư gửi đi, ví dụ Một cửa <motcua@dienbien.gov.vn>, và cần cả SMTP_URL',
  LOG_LEVEL: 'cần một trong: trace, debug, info, warn, error, silent',
};

export type Config = {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly secret: string;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  /** Where mail goes out; nothing is sent where absent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly logLevel: string;
};

/**
 * Settings from the environment; everything has a safe default, and the session secret is generated into the data folder.
 *
 * @throws AppError `platform.config_invalid` naming the first wrong variable, `platform.data_folder_unusable`
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const variable = String(issue?.path[0]);
    throw new AppError('invalid', 'platform.config_invalid', { variable, reason: wanted[variable] ?? issue?.message ?? '' });
  }
  const e = parsed.data;
  const dataDir = resolve(e.TUONGMINH_DATA);
  return {
    dataDir,
    databaseUrl: e.DATABASE_URL,
    host: e.HOST,
    port: e.PORT,
    // As browsers name it: an origin has no path and no capitals.
    publicUrl: e.TUONGMINH_URL && new URL(e.TUONGMINH_URL).origin,
    secret: e.TUONGMINH_SECRET ?? keptSecret(dataDir, 'secret', secretMinimum, () => randomBytes(32).toString('base64url')),
    demo: e.TUONGMINH_DEMO === 'on',
    demoPassword: e.TUONGMINH_DEMO_PASSWORD,
    mail: mailOf(e.SMTP_URL, e.MAIL_FROM),
    logLevel: e.LOG_LEVEL,
  };
}

/** Both or none: a server without a sender's address would send mail that nobody can answer. */
function mailOf(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (smtpUrl && from) return { smtpUrl, from };
  if (!smtpUrl && !from) return undefined;
  const variable = smtpUrl ? 'MAIL_FROM' : 'SMTP_URL';
  throw new AppError('invalid', 'platform.config_invalid', { variable, reason: wanted[variable] ?? '' });
}
