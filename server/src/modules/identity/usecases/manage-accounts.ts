// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import * as accounts from '../data/accounts.repo.ts';
import {
  type GrantInput,
  type GrantRow,
  listGrants,
  listPositions,
  type PositionInput,
  type PositionRow,
  replaceGrants,
  replacePositions,
} from '../data/grants.repo.ts';
import { type IdentityDb, identityDb } from '../data/tables.ts';
import { checkPassword } from '../domain/password.ts';
import { generatePassword } from './generate-password.ts';

export type AccountDetail = accounts.AccountRow & { readonly positions: PositionRow[]; readonly grants: GrantRow[] };

export type AccountInput = {
  readonly name: string;
  readonly email: string;
  readonly positions: readonly PositionInput[];
  readonly grants: readonly GrantInput[];
  /** Chosen password; where absent one is generated and must be changed at the first sign-in. */
  readonly password?: string | undefined;
};

export type HashPassword = (password: string) => Promise<string>;

/**
 * Makes an account with its positions and rights; returns the generated password once, in clear.
 *
 * @throws AppError `identity.email_taken`, `identity.grant_outside`, `identity.password_weak`, `identity.dates_reversed`,
 * `identity.account_nowhere`, `identity.position_unknown`
 */
export async function createAccount(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  hashPassword: HashPassword,
  input: AccountInput,
): Promise<{ id: string; password: string }> {
  const password = input.password ?? generatePassword();
  checkPassword(password, input.email);
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const tables = identityDb(tx);
    await checkAssignments(tables, scope, input);
    const id = await accounts.insertAccount(tables, {
      name: input.name,
      email: input.email,
      passwordHash,
      mustChangePassword: input.password === undefined,
    });
    await replaceGrants(tables, id, input.grants, await replacePositions(tables, id, input.positions));
    await recordAudit(tx, actor, {
      action: 'identity.account_created',
      subject: ['account', id],
      unitId: input.positions[0]?.unitId ?? null,
      data: { name: input.name, email: input.email, grants: input.grants },
    });
    return { id, password };
  });
}

export type AccountChange = {
  readonly version: number;
  readonly name: string;
  readonly disabled: boolean;
  readonly positions: readonly PositionInput[];
  readonly grants: readonly GrantInput[];
};

/**
 * Replaces name, positions, rights and state of an account; disabling it ends its sessions at once.
 *
 * @throws AppError `identity.account_not_found`, `identity.account_shared`, `identity.grant_outside`, `identity.own_account`,
 * `identity.account_nowhere`, `identity.position_unknown`, `platform.stale`
 */
export async function changeAccount(db: Db, actor: Actor, scope: UnitScope, id: string, change: AccountChange): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = identityDb(tx);
    const before = await getAccount(tx, scope, id);
    if (before.version !== change.version) throw new AppError('conflict', 'platform.stale', { by: 'một quản trị viên khác' });
    await checkHeldInside(tables, scope, before);
    await checkAssignments(tables, scope, change);
    const keepsAdministration = change.grants.some((grant) => grant.role === 'administrator');
    if (id === actor.id && (change.disabled || !keepsAdministration)) throw new AppError('conflict', 'identity.own_account');
    const saved = await accounts.updateAccount(tables, id, change.version, { name: change.name, disabled: change.disabled });
    if (!saved) throw new AppError('conflict', 'platform.stale', { by: 'một quản trị viên khác' });
    await replaceGrants(tables, id, change.grants, await replacePositions(tables, id, change.positions));
    if (change.disabled) await accounts.endSessions(tables, id);
    await recordAudit(tx, actor, {
      action: change.disabled && !before.disabledAt ? 'identity.account_disabled' : 'identity.account_changed',
      subject: ['account', id],
      unitId: change.positions[0]?.unitId ?? null,
      data: { name: change.name, disabled: change.disabled, positions: change.positions, grants: change.grants },
    });
  });
}

/** Gives an account a generated password, returned once in clear, and ends its sessions. */
export async function resetPassword(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  hashPassword: HashPassword,
  id: string,
): Promise<{ password: string }> {
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const tables = identityDb(tx);
    const account = await getAccount(tx, scope, id);
    await checkHeldInside(tables, scope, account);
    await accounts.setPassword(tables, id, passwordHash, true);
    await accounts.endSessions(tables, id);
    await recordAudit(tx, actor, {
      action: 'identity.password_reset',
      subject: ['account', id],
      unitId: account.positions[0]?.unitId ?? null,
    });
    return { password };
  });
}

/** @throws AppError `identity.account_not_found` also where the account lies outside the scope */
export async function getAccount(db: Db, scope: UnitScope, id: string): Promise<AccountDetail> {
  const tables = identityDb(db);
  const account = await accounts.findAccount(tables, scope, id);
  if (!account) throw new AppError('not_found', 'identity.account_not_found');
  const [positions, grants] = await Promise.all([listPositions(tables, [id]), listGrants(tables, [id])]);
  return { ...account, positions, grants };
}

/** A page of the accounts that the administrator's scope reaches, with their positions and rights. */
export async function listAccounts(
  db: Db,
  scope: UnitScope,
  page: { search?: string | undefined; offset: number; limit: number },
): Promise<{ rows: AccountDetail[]; total: number }> {
  const tables = identityDb(db);
  const { rows, total } = await accounts.listAccounts(tables, scope, page);
  const ids = rows.map((row) => row.id);
  const [positions, grants] = await Promise.all([listPositions(tables, ids), listGrants(tables, ids)]);
  return {
    rows: rows.map((row) => ({
      ...row,
      positions: positions.filter((p) => p.accountId === row.id),
      grants: grants.filter((g) => g.accountId === row.id),
    })),
    total,
  };
}

async function checkAssignments(
  db: IdentityDb,
  scope: UnitScope,
  input: { positions: readonly PositionInput[]; grants: readonly GrantInput[] },
): Promise<void> {
  const all = [...input.positions, ...input.grants];
  if (all.length === 0) throw new AppError('invalid', 'identity.account_nowhere');
  if (all.some((row) => row.validTo !== null && row.validTo < row.validFrom)) throw new AppError('invalid', 'identity.dates_reversed');
  const inside = await accounts.unitsInScope(
    db,
    scope,
    all.map((row) => row.unitId),
  );
  if (!inside) throw new AppError('forbidden', 'identity.grant_outside');
  const keys = new Set(input.positions.map((position) => position.key));
  if (input.grants.some((grant) => grant.positionKey && !keys.has(grant.positionKey)))
    throw new AppError('invalid', 'identity.position_unknown');
}

async function checkHeldInside(db: IdentityDb, scope: UnitScope, account: AccountDetail): Promise<void> {
  const inside = await accounts.unitsInScope(
    db,
    scope,
    [...account.positions, ...account.grants].map((row) => row.unitId),
  );
  if (!inside) throw new AppError('forbidden', 'identity.account_shared');
}
