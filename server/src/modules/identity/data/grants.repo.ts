// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { type ReformField, reformFields } from '#kernel/reform-fields';
import { type Role, roles } from '#platform/auth/actor';
import type { IdentityDb } from './tables.ts';

export type PositionInput = {
  readonly unitId: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type GrantInput = {
  readonly unitId: string;
  readonly role: Role;
  readonly reformFields: readonly ReformField[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type PositionRow = PositionInput & { readonly id: string; readonly accountId: string; readonly unitName: string };
export type GrantRow = GrantInput & { readonly id: string; readonly accountId: string; readonly unitName: string };

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const isField = (text: string): text is ReformField => reformFields.some((field) => field === text);

export async function listPositions(db: IdentityDb, accountIds: readonly string[]): Promise<PositionRow[]> {
  if (accountIds.length === 0) return [];
  return db
    .selectFrom('identity.position as p')
    .innerJoin('units.unit as u', 'u.id', 'p.unit_id')
    .select([
      'p.id',
      'p.account_id as accountId',
      'p.unit_id as unitId',
      'u.authority_name as unitName',
      'p.title',
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
    ])
    .where('p.account_id', 'in', accountIds)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.valid_from', 'desc')
    .execute();
}

export async function listGrants(db: IdentityDb, accountIds: readonly string[]): Promise<GrantRow[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('identity.role_grant as g')
    .innerJoin('units.unit as u', 'u.id', 'g.unit_id')
    .select([
      'g.id',
      'g.account_id as accountId',
      'g.unit_id as unitId',
      'u.authority_name as unitName',
      'g.role',
      'g.reform_fields as fields',
      'g.valid_from as validFrom',
      'g.valid_to as validTo',
    ])
    .where('g.account_id', 'in', accountIds)
    .where('g.withdrawn_at', 'is', null)
    .orderBy('g.valid_from', 'desc')
    .execute();
  return rows.flatMap(({ role, fields, ...row }) =>
    isRole(role) ? [{ ...row, role, reformFields: fields ? fields.filter(isField) : null }] : [],
  );
}

/** Replaces the positions of an account; the replaced rows stay, marked as withdrawn. */
export async function replacePositions(db: IdentityDb, accountId: string, positions: readonly PositionInput[]): Promise<void> {
  await db
    .updateTable('identity.position')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (positions.length === 0) return;
  await db
    .insertInto('identity.position')
    .values(
      positions.map((p) => ({
        id: newId(),
        account_id: accountId,
        unit_id: p.unitId,
        title: p.title,
        valid_from: p.validFrom,
        valid_to: p.validTo,
        withdrawn_at: null,
      })),
    )
    .execute();
}

/** Replaces the grants of an account; the replaced rows stay, marked as withdrawn. */
export async function replaceGrants(db: IdentityDb, accountId: string, grants: readonly GrantInput[]): Promise<void> {
  await db
    .updateTable('identity.role_grant')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (grants.length === 0) return;
  await db
    .insertInto('identity.role_grant')
    .values(
      grants.map((g) => ({
        id: newId(),
        account_id: accountId,
        unit_id: g.unitId,
        role: g.role,
        reform_fields: g.reformFields ? [...g.reformFields] : null,
        valid_from: g.validFrom,
        valid_to: g.validTo,
        withdrawn_at: null,
      })),
    )
    .execute();
}
