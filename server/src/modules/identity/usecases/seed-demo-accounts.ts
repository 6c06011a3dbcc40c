// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { reformFields } from '#kernel/reform-fields';
import { findUnitByCode } from '#modules/units';
import { roles, systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { countAccounts } from '../data/accounts.repo.ts';
import { identityDb } from '../data/tables.ts';
import { createAccount, type HashPassword } from './manage-accounts.ts';

const DemoAccounts = z.object({
  accounts: z.array(
    z.object({
      email: z.email(),
      name: z.string(),
      title: z.string(),
      positionUnit: z.string(),
      /** First day of position and rights, for units younger than the demo case. */
      from: z.iso.date().optional(),
      grants: z.array(z.object({ role: z.enum(roles), unit: z.string(), reformFields: z.array(z.enum(reformFields)).nullable() })),
      description: z.string(),
    }),
  ),
});

/** The first day of the demo case: the plan of the inspection. */
const demoFrom = '2022-06-09';

/** Accounts of the demo case, one a role, made only on an installation without accounts; the list is told at every start. */
export async function seedDemoAccounts(
  db: Db,
  hashPassword: HashPassword,
  password: string,
): Promise<{ email: string; description: string }[]> {
  const { accounts } = DemoAccounts.parse(
    JSON.parse(await readFile(new URL('../../../../seeds/demo-accounts.json', import.meta.url), 'utf8')),
  );
  if ((await countAccounts(identityDb(db))) === 0) {
    // One hash serves all: the demo accounts share one password, and hashing is slow by design.
    const hash = await hashPassword(password);
    for (const account of accounts) {
      const validFrom = account.from ?? demoFrom;
      const dates = { validFrom, validTo: null };
      const positions = [{ unitId: await unitId(db, account.positionUnit, validFrom), title: account.title, ...dates }];
      const grants = await Promise.all(
        account.grants.map(async ({ unit, ...grant }) => ({ ...grant, unitId: await unitId(db, unit, validFrom), ...dates })),
      );
      await createAccount(db, systemActor, { roots: null, reformFields: null }, async () => hash, {
        email: account.email,
        name: account.name,
        password,
        positions,
        grants,
      });
    }
  }
  return accounts.map(({ email, description }) => ({ email, description }));
}

async function unitId(db: Db, code: string, day: string): Promise<string> {
  const unit = await findUnitByCode(db, code, day);
  if (!unit) throw new AppError('not_found', 'units.not_found', { code });
  return unit.id;
}
