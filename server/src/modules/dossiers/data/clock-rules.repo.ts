// SPDX-License-Identifier: Apache-2.0

import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import type { ClockRule } from '../domain/clock/types.ts';
import type { KeptRule, RuleChange } from '../domain/rule-changes/plan-rule-change.ts';
import type { DossiersDb } from './tables.ts';

/** Every rule of every time; a dossier picks those of its day. */
export async function listClockRules(db: DossiersDb): Promise<ClockRule[]> {
  const rows = await db.selectFrom('dossiers.clock_rule').selectAll().orderBy('valid_from').orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code as ClockRule['code'],
    value: row.value as ClockRule['value'],
    enabled: row.enabled,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    citation: row.citation,
    mark: row.mark as ClockRule['mark'],
  }));
}

export async function hasClockRules(db: DossiersDb): Promise<boolean> {
  return (await db.selectFrom('dossiers.clock_rule').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function insertClockRules(db: DossiersDb, rules: readonly ClockRule[]): Promise<void> {
  await db
    .insertInto('dossiers.clock_rule')
    .values(
      rules.map((rule) => ({
        id: newId(),
        code: rule.code,
        value: JSON.stringify(rule.value),
        enabled: rule.enabled,
        valid_from: rule.validFrom,
        valid_to: rule.validTo,
        citation: rule.citation,
        mark: rule.mark,
      })),
    )
    .execute();
}

/** Every version of every rule, with the person and the moment of its change. */
export async function listKeptRules(db: DossiersDb): Promise<KeptRule[]> {
  const rows = await db.selectFrom('dossiers.clock_rule').selectAll().orderBy('valid_from').orderBy('code').execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code as ClockRule['code'],
    value: row.value as ClockRule['value'],
    enabled: row.enabled,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    citation: row.citation,
    mark: row.mark as ClockRule['mark'],
    version: row.version,
    recordedBy: row.updated_by,
    recordedAt: row.recorded_at,
    reason: row.reason,
    endReason: row.end_reason,
    replacedUntil: row.replaced_until,
  }));
}

/** Keeps other changes of rules waiting until the transaction ends. */
export async function lockClockRules(db: DossiersDb): Promise<void> {
  await sql`lock table dossiers.clock_rule in share row exclusive mode`.execute(db);
}

/** Gives a version another last day, with the reason where it was withdrawn. */
export async function endClockRule(db: DossiersDb, id: string, validTo: Day | null, endReason: string | null): Promise<void> {
  await db
    .updateTable('dossiers.clock_rule')
    .set((eb) => ({ valid_to: validTo, version: eb('version', '+', 1), ...(endReason === null ? {} : { end_reason: endReason }) }))
    .where('id', '=', id)
    .execute();
}

export async function insertRuleChange(
  db: DossiersDb,
  rule: RuleChange & { readonly validTo: Day | null; readonly replacedUntil: Day | null; readonly recordedBy: string },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('dossiers.clock_rule')
    .values({
      id,
      code: rule.code,
      value: JSON.stringify(rule.value),
      enabled: rule.enabled,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      citation: rule.citation,
      mark: rule.mark,
      updated_by: rule.recordedBy,
      reason: rule.reason,
      replaced_until: rule.replacedUntil,
    })
    .execute();
  return id;
}
