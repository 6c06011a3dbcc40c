// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { ReformField } from '#kernel/reform-fields';
import { type TeamRole, teamRoles } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { fieldsOf, oneOf } from './values.ts';

export type TeamMemberValues = {
  readonly accountId: string | null;
  readonly name: string | null;
  readonly position: string;
  readonly unitId: string | null;
  readonly role: TeamRole;
  readonly reformFields: readonly ReformField[];
  readonly illustrative: boolean;
};
export type TeamMember = TeamMemberValues & {
  readonly id: string;
  readonly unitName: string | null;
  /** Whose account the seat is, by display name. */
  readonly accountName: string | null;
};

export async function selectTeam(db: InspectionsDb, roundId: string): Promise<TeamMember[]> {
  const rows = await db
    .selectFrom('inspections.team_member as m')
    .leftJoin('units.unit as u', 'u.id', 'm.unit_id')
    .leftJoin('identity.account as a', 'a.id', 'm.account_id')
    .select([
      'm.id',
      'm.account_id',
      'm.name',
      'a.name as account_name',
      'm.position',
      'm.unit_id',
      'u.authority_name',
      'm.role',
      'm.reform_fields',
      'm.illustrative',
    ])
    .where('m.round_id', '=', roundId)
    .where('m.withdrawn_at', 'is', null)
    .orderBy('m.sort')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    accountName: row.account_name,
    position: row.position,
    unitId: row.unit_id,
    unitName: row.authority_name,
    role: oneOf(teamRoles, row.role),
    reformFields: fieldsOf(row.reform_fields),
    illustrative: row.illustrative,
  }));
}

/** Replaces the team; the replaced rows stay, marked as withdrawn. */
export async function replaceTeam(db: InspectionsDb, roundId: string, members: readonly TeamMemberValues[]): Promise<void> {
  await db
    .updateTable('inspections.team_member')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('round_id', '=', roundId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (members.length === 0) return;
  await db
    .insertInto('inspections.team_member')
    .values(
      members.map((member, sort) => ({
        id: newId(),
        round_id: roundId,
        account_id: member.accountId,
        name: member.name,
        position: member.position.normalize('NFC'),
        unit_id: member.unitId,
        role: member.role,
        reform_fields: [...member.reformFields],
        illustrative: member.illustrative,
        sort,
        withdrawn_at: null,
      })),
    )
    .execute();
}
