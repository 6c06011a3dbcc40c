// SPDX-License-Identifier: Apache-2.0
import { createAccount } from '../../src/modules/identity/index.ts';
import { type Role, systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';

let made = 0;

/** An account that holds one role at one unit, with a password that is not hashed for real. */
export async function anAccount(
  db: Db,
  asked: { role: Role; unitId: string; email?: string; hash?: string },
): Promise<{ id: string; email: string }> {
  made += 1;
  const email = asked.email ?? `nguoi${made}@thu.example`;
  const dates = { validFrom: '2022-01-01', validTo: null };
  const { id } = await createAccount(db, systemActor, { roots: null, reformFields: null }, async () => asked.hash ?? 'x', {
    name: `Người thử ${made}`,
    email,
    password: 'mat-khau-thu-1',
    positions: [{ unitId: asked.unitId, title: 'Chuyên viên', ...dates }],
    grants: [{ unitId: asked.unitId, role: asked.role, reformFields: null, ...dates }],
  });
  return { id, email };
}
