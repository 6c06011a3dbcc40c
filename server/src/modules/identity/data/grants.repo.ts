// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { type ReformField, reformFields } from '#kernel/reform-fields';
import { type Role, roles } from '#platform/auth/actor';
import type { IdentityDb } from './tables.ts';

export type PositionInput = {
  /** Name of the line while it is sent: the position's id, or any word for a new one. */
  readonly key?: string | undefined;
  readonly unitId: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type GrantInput = {
  readonly unitId: string;
  readonly role: Role;
  readonly reformFields: readonly ReformField[] | null;
  /** Key of the position in which alone the right is held; null in every one. */
  readonly positionKey?: string | null | undefined;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type PositionRow = Omit<PositionInput, 'key'> & { readonly id: string; readonly accountId: string; readonly unitName: string };
export type GrantRow = Omit<GrantInput, 'positionKey'> & {
  readonly id: string;
  readonly accountId: string;
  readonly unitName: string;
  readonly positionId: string | null;
};

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
      'g.reform_fields as reformFields',
      'g.position_id as positionId',
      'g.valid_from as validFrom',
      'g.valid_to as validTo',
    ])
    .where('g.account_id', 'in', accountIds)
    .where('g.withdrawn_at', 'is', null)
    .orderBy('g.valid_from', 'desc')
    .execute();
  return rows.flatMap(knownGrant);
}

/** A grant as the database keeps it, once its role and fields are known words; none where the role is not. */
export function knownGrant<G extends { readonly role: string; readonly reformFields: readonly string[] | null }>(grant: G) {
  const { role, reformFields: fields } = grant;
  return isRole(role) ? [{ ...grant, role, reformFields: fields ? fields.filter(isField) : null }] : [];
}

/**
 * Replaces the positions of an account and tells which row each key became. A line that stayed as it was keeps its row;
 * the others are marked as withdrawn.
 */
export async function replacePositions(
  db: IdentityDb,
  accountId: string,
  positions: readonly PositionInput[],
): Promise<ReadonlyMap<string, string>> {
  const rows = new Map((await listPositions(db, [accountId])).map((row) => [row.id, row]));
  const placed = positions.map((wanted) => {
    const same = (row: PositionRow): boolean =>
      row.unitId === wanted.unitId && row.title === wanted.title && row.validFrom === wanted.validFrom && row.validTo === wanted.validTo;
    const named = wanted.key === undefined ? undefined : rows.get(wanted.key);
    const kept = named && same(named) ? named : [...rows.values()].find(same);
    if (kept) rows.delete(kept.id);
    return { ...wanted, id: kept?.id ?? newId(), kept: kept !== undefined };
  });
  if (rows.size > 0) {
    await db
      .updateTable('identity.position')
      .set({ withdrawn_at: sql<string>`now()` })
      .where('id', 'in', [...rows.keys()])
      .execute();
  }
  const fresh = placed.filter((one) => !one.kept);
  if (fresh.length > 0) {
    await db
      .insertInto('identity.position')
      .values(
        fresh.map((p) => ({
          id: p.id,
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
  return new Map(placed.flatMap(({ key, id }) => (key === undefined ? [] : [[key, id] as const])));
}

/** Replaces the grants of an account; the replaced rows stay, marked as withdrawn. `positionOf`: row of a position's key. */
export async function replaceGrants(
  db: IdentityDb,
  accountId: string,
  grants: readonly GrantInput[],
  positionOf: ReadonlyMap<string, string>,
): Promise<void> {
  await db
    .updateTable('identity.role_grant')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await insertGrants(
    db,
    accountId,
    grants.map(({ positionKey, ...grant }) => ({ ...grant, positionId: positionKey ? (positionOf.get(positionKey) ?? null) : null })),
  );
}

export async function insertGrants(
  db: IdentityDb,
  accountId: string,
  grants: readonly Omit<GrantRow, 'id' | 'accountId' | 'unitName'>[],
): Promise<void> {
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
        position_id: g.positionId,
        valid_from: g.validFrom,
        valid_to: g.validTo,
        withdrawn_at: null,
      })),
    )
    .execute();
}
