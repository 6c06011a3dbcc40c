// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import {
  endRule,
  insertRule,
  lockRules,
  type NewRule,
  type RuleEnd,
  type RuleVersion,
  reachesProvince,
  selectRulesThatHold,
  selectRuleVersions,
} from '../../data/deadline-rules.repo.ts';
import { type InspectionsDb, inspectionsDb } from '../../data/tables.ts';
import { countedFromTexts, type DeadlineRule, deadlineNames, overlappingRule, type RuleState, ruleState } from '../../domain/deadlines.ts';
import type { Scope } from '../access/open-round.ts';

export type RuleRow = RuleVersion & { readonly name: string; readonly state: RuleState };

/** Every version of every time limit, the latest first, with where it stands today. */
export async function listDeadlineRules(db: Db, today: Day = todayInVietnam()): Promise<{ rows: RuleRow[] }> {
  const rules = await selectRuleVersions(inspectionsDb(db));
  return { rows: rules.map((rule) => ({ ...rule, name: deadlineNames[rule.code], state: ruleState(rule, today) })) };
}

/**
 * A new version of a time limit. It never shares a day with another version, so that one day has one rule; the days
 * before it keep the rule they had.
 *
 * @throws AppError `inspections.rules_of_province`, `inspections.rule_reversed`, `inspections.rule_overlaps`
 */
export async function addDeadlineRule(db: Db, actor: Actor, scope: Scope, input: Omit<NewRule, 'countedFrom'>): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    await requireProvince(own, scope);
    await lockRules(own);
    const rule = { ...input, countedFrom: countedFromTexts[input.code] };
    requireOrder(rule.validFrom, rule.validTo);
    const other = overlappingRule(await selectRulesThatHold(own), rule);
    const id = other ? undefined : await insertRule(own, actor.name, rule);
    if (id === undefined) throw overlap(other);
    await recordAudit(tx, actor, {
      action: 'inspections.deadline_rule_added',
      subject: ['deadline_rule', id],
      unitId: null,
      data: rule,
    });
    return { id };
  });
}

/**
 * Gives a version its last day. It stays in force for every day until then, so earlier deadlines do not move.
 *
 * @throws AppError `inspections.rules_of_province`, `inspections.rule_not_found`, `inspections.rule_withdrawn`,
 * `inspections.rule_reversed`, `inspections.rule_overlaps`, `inspections.reason_missing`, `platform.stale`
 */
export async function endDeadlineRule(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly validTo: Day; readonly reason: string },
): Promise<void> {
  await change(db, actor, scope, id, input, (rule, others) => {
    requireOrder(rule.validFrom, input.validTo);
    const other = overlappingRule(others, { ...rule, validTo: input.validTo });
    if (other) throw overlap(other);
    return { validTo: input.validTo };
  });
}

/**
 * Takes back a version that was entered by mistake and has not begun; no deadline was ever counted by it.
 *
 * @throws AppError `inspections.rules_of_province`, `inspections.rule_not_found`, `inspections.rule_withdrawn`,
 * `inspections.rule_in_force`, `inspections.reason_missing`, `platform.stale`
 */
export async function withdrawDeadlineRule(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly reason: string },
  today: Day = todayInVietnam(),
): Promise<void> {
  await change(db, actor, scope, id, input, (rule) => {
    if (rule.validFrom <= today) throw new AppError('conflict', 'inspections.rule_in_force', { from: vietnameseDay(rule.validFrom) });
    return { withdrawn: true };
  });
}

async function change(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  decide: (rule: RuleVersion, others: readonly DeadlineRule[]) => RuleEnd,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    await requireProvince(own, scope);
    await lockRules(own);
    const rule = (await selectRuleVersions(own)).find((one) => one.id === id);
    if (!rule) throw new AppError('not_found', 'inspections.rule_not_found');
    if (rule.withdrawnAt !== null) throw new AppError('conflict', 'inspections.rule_withdrawn');
    if (reason.trim() === '') throw new AppError('invalid', 'inspections.reason_missing');
    const end = decide(rule, await selectRulesThatHold(own));
    if (!(await endRule(own, id, version, actor.name, reason.trim(), end)))
      throw new AppError('conflict', 'platform.stale', { by: rule.endedBy ?? rule.createdBy });
    await recordAudit(tx, actor, {
      action: 'withdrawn' in end ? 'inspections.deadline_rule_withdrawn' : 'inspections.deadline_rule_ended',
      subject: ['deadline_rule', id],
      unitId: null,
      data: { code: rule.code, from: rule.validTo, ...end, reason },
    });
  });
}

async function requireProvince(own: InspectionsDb, scope: Scope): Promise<void> {
  if (!(await reachesProvince(own, scope))) throw new AppError('forbidden', 'inspections.rules_of_province');
}

function requireOrder(validFrom: Day, validTo: Day | null): void {
  if (validTo !== null && validTo < validFrom)
    throw new AppError('invalid', 'inspections.rule_reversed', { from: vietnameseDay(validFrom), to: vietnameseDay(validTo) });
}

function overlap(other: DeadlineRule | undefined): AppError {
  return new AppError('conflict', 'inspections.rule_overlaps', {
    from: other ? vietnameseDay(other.validFrom) : '',
    to: other?.validTo ? vietnameseDay(other.validTo) : 'nay',
    citation: other?.citation ?? '',
  });
}
