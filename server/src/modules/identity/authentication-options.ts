// SPDX-License-Identifier: Apache-2.0
import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { newId } from '#kernel/ids';
import { passwordMinimum } from './domain/password.ts';

const dayMs = 86_400_000;
const sessionDays = 7;

/** A session that ends later than this is younger than a day: better-auth does not prolong it yet. */
export const freshUntil = (now: number): Date => new Date(now + (sessionDays - 1) * dayMs);

/** Code under which better-auth is made to refuse the session of a disabled account. */
export const accountDisabled = 'ACCOUNT_DISABLED';

/** Where the platform names the address that a request came from. */
export const addressHeader = 'x-tuongminh-address';

export type AuthenticationParts = {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly trustedOrigins: readonly string[];
  readonly publicUrl: string | undefined;
  readonly isDisabled: (accountId: string) => Promise<boolean>;
};

/** The product's own names for better-auth's tables and columns. */
const tables = {
  session: {
    modelName: 'session',
    fields: {
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      userId: 'account_id',
    },
  },
  user: {
    modelName: 'account',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    changeEmail: { enabled: false },
    deleteUser: { enabled: false },
  },
  account: {
    modelName: 'credential',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
} as const;

/** What better-auth is told: the tables, the limits and which of its parts are in use. */
export function authenticationOptions(parts: AuthenticationParts) {
  return {
    appName: 'Tường Minh',
    database: parts.pool,
    secret: parts.secret,
    ...(parts.publicUrl ? { baseURL: parts.publicUrl } : {}),
    basePath: '/api/auth',
    trustedOrigins: [...parts.trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordMinimum, maxPasswordLength: 128 },
    ...tables,
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (await parts.isDisabled(userId)) throw new APIError('FORBIDDEN', { code: accountDisabled, message: 'disabled' });
          },
        },
      },
    },
    session: { ...tables.session, expiresIn: sessionDays * 86_400, updateAge: 86_400 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: {
        // Guesses are counted by `limitSignIn`; this only bounds the work of hashing.
        '/sign-in/email': { window: 10, max: 200 },
        '/two-factor/*': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'tuongminh',
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [
      twoFactor({
        issuer: 'Tường Minh',
        twoFactorTable: 'second_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  } satisfies BetterAuthOptions;
}
