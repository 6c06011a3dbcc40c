// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { certainties, type DeadlineRule, dayKinds, deadlineCodes } from '../domain/deadlines.ts';
import type { InspectionsDb } from './tables.ts';
import { oneOf } from './values.ts';

/** A version of a rule with who entered, ended or withdrew it. */
export type RuleVersion = DeadlineRule & {
  readonly createdAt: string;
  readonly createdBy: string;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly withdrawnAt: string | null;
  readonly version: number;
};

export type NewRule = Omit<DeadlineRule, 'id'>;

/** Every version ever entered, the withdrawn ones too. */
export async function selectRuleVersions(db: InspectionsDb): Promise<RuleVersion[]> {
  const rows = await db
    .selectFrom('inspections.deadline_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: oneOf(deadlineCodes, row.code),
    dayCount: row.day_count,
    dayKind: oneOf(dayKinds, row.day_kind),
    countedFrom: row.counted_from,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    citation: row.citation,
    certainty: oneOf(certainties, row.certainty),
    note: row.note,
    createdAt: row.created_at,
    createdBy: row.created_by,
    endedBy: row.ended_by,
    endReason: row.end_reason,
    withdrawnAt: row.withdrawn_at,
    version: row.version,
  }));
}

/** The versions that deadlines are counted by. */
export async function selectRulesThatHold(db: InspectionsDb): Promise<RuleVersion[]> {
  return (await selectRuleVersions(db)).filter((rule) => rule.withdrawnAt === null);
}

/** Makes everyone else who changes the rules wait until the transaction ends. */
export async function lockRules(db: InspectionsDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('inspections.deadline_rule'))`.execute(db);
}

/** The id of the new version; undefined where its validity overlaps another one. */
export async function insertRule(db: InspectionsDb, by: string, rule: NewRule): Promise<string | undefined> {
  const id = newId();
  try {
    await db
      .insertInto('inspections.deadline_rule')
      .values({
        id,
        code: rule.code,
        day_count: rule.dayCount,
        day_kind: rule.dayKind,
        counted_from: rule.countedFrom,
        valid_from: rule.validFrom,
        valid_to: rule.validTo,
        citation: rule.citation.normalize('NFC'),
        certainty: rule.certainty,
        note: rule.note.normalize('NFC'),
        created_by: by,
        ended_by: null,
        end_reason: null,
        withdrawn_at: null,
      })
      .execute();
    return id;
  } catch (error) {
    if (violatedConstraint(error) === 'deadline_rule_once') return undefined;
    throw error;
  }
}

export type RuleEnd = { readonly validTo: string } | { readonly withdrawn: true };

/** Ends or withdraws a version that still has the version read; false where someone was quicker. */
export async function endRule(db: InspectionsDb, id: string, version: number, by: string, reason: string, end: RuleEnd): Promise<boolean> {
  const result = await db
    .updateTable('inspections.deadline_rule')
    .set({
      version: version + 1,
      ended_by: by,
      end_reason: reason,
      ...('validTo' in end ? { valid_to: end.validTo } : { withdrawn_at: sql<string>`now()` }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whether a scope reaches a whole province; what holds for every unit is changed only from there. */
export async function reachesProvince(db: InspectionsDb, scope: Pick<UnitScope, 'roots'>): Promise<boolean> {
  if (scope.roots === null) return true;
  const row = await db
    .selectFrom('units.unit as u')
    .select(sql<SqlBool>`true`.as('found'))
    .where('u.level', '=', 'province')
    .where(withinScope('u.id', scope))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
