// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';

const Environment = z.object({
  TUONGMINH_DATA: z.string().default('./data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  TUONGMINH_URL: z.url().optional(),
  TUONGMINH_SECRET: z.string().min(32).optional(),
  TUONGMINH_DEMO: z.enum(['on', 'off']).default('on'),
  TUONGMINH_DEMO_PASSWORD: z.string().min(10).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly secret: string;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly logLevel: string;
};

/**
 * Settings from the environment; everything has a safe default, and the session secret is generated into the data folder.
 *
 * @throws AppError `platform.config_invalid` naming the first wrong variable
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('invalid', 'platform.config_invalid', { variable: String(issue?.path[0]), reason: issue?.message ?? '' });
  }
  const e = parsed.data;
  const dataDir = resolve(e.TUONGMINH_DATA);
  return {
    dataDir,
    databaseUrl: e.DATABASE_URL,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.TUONGMINH_URL,
    secret: e.TUONGMINH_SECRET ?? generatedSecret(dataDir),
    demo: e.TUONGMINH_DEMO === 'on',
    demoPassword: e.TUONGMINH_DEMO_PASSWORD,
    logLevel: e.LOG_LEVEL,
  };
}

function generatedSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
