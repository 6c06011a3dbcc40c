// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { reachesWholeTree } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { endClockRule, insertRuleChange, listKeptRules, lockClockRules } from '../../data/clock-rules.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { ruleNames } from '../../domain/clock/rule-names.ts';
import { clockRuleCodes, type Sentence } from '../../domain/clock/types.ts';
import { type KeptRule, planRuleChange, type RuleChange, type RuleState, ruleState } from '../../domain/rule-changes/plan-rule-change.ts';

export type RuleRow = KeptRule & {
  readonly name: Sentence;
  readonly kind: 'switch' | 'number' | 'choice';
  readonly choices: readonly string[];
  readonly state: RuleState;
};

/** Every version of every rule of counting, in the order of the rules, the newest version first. */
export async function listRuleVersions(db: Db, today: Day = todayInVietnam()): Promise<{ rows: RuleRow[] }> {
  const rules = await listKeptRules(dossiersDb(db));
  const place = (rule: KeptRule): number => clockRuleCodes.indexOf(rule.code);
  const sorted = [...rules].sort((a, b) => place(a) - place(b) || b.validFrom.localeCompare(a.validFrom));
  return {
    rows: sorted.map((rule) => {
      const { name, values } = ruleNames[rule.code];
      const kind = values === undefined ? 'switch' : values === 'number' ? 'number' : 'choice';
      return { ...rule, name, kind, choices: Array.isArray(values) ? values : [], state: ruleState(rule, today) };
    }),
  };
}

/**
 * Switches or changes a rule from a coming day on, for every unit. The version before ends the day before; dossiers keep the
 * rules of the day of their receipt.
 *
 * @throws AppError `dossiers.clock_rules_of_province` and what `planRuleChange` refuses
 */
export async function changeClockRule(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  change: RuleChange,
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const own = dossiersDb(tx);
    await requireProvince(tx, scope, today);
    await lockClockRules(own);
    const { follows } = planRuleChange(await listKeptRules(own), change, today);
    if (follows) await endClockRule(own, follows.rule.id, follows.lastDay, null);
    const replacedUntil = follows?.rule.validTo ?? null;
    const id = await insertRuleChange(own, { ...change, validTo: replacedUntil, replacedUntil, recordedBy: actor.name });
    await recordAudit(tx, actor, {
      action: 'dossiers.clock_rule_changed',
      subject: ['clock_rule', id],
      unitId: null,
      data: { ...change, follows: follows?.rule.id ?? null },
    });
    return { id };
  });
}

/**
 * Takes back a change that has not begun; the rule before goes on as it was.
 *
 * @throws AppError `dossiers.clock_rules_of_province`, `dossiers.clock_rule_not_found`, `platform.stale`, `dossiers.clock_rule_begun`
 */
export async function withdrawClockRule(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  id: string,
  asked: { readonly version: number; readonly reason: string },
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = dossiersDb(tx);
    await requireProvince(tx, scope, today);
    await lockClockRules(own);
    const rules = await listKeptRules(own);
    const rule = rules.find((one) => one.id === id);
    if (!rule) throw new AppError('not_found', 'dossiers.clock_rule_not_found');
    if (rule.version !== asked.version) throw new AppError('conflict', 'platform.stale', { by: rule.recordedBy ?? 'người khác' });
    if (ruleState(rule, today) !== 'coming')
      throw new AppError('conflict', 'dossiers.clock_rule_begun', { from: vietnameseDay(rule.validFrom) });
    const lastDay = addDays(rule.validFrom, -1);
    await endClockRule(own, id, lastDay, asked.reason);
    const before = rules.find((one) => one.code === rule.code && one.validTo === lastDay && one.validFrom <= lastDay);
    if (before) await endClockRule(own, before.id, rule.replacedUntil, null);
    await recordAudit(tx, actor, {
      action: 'dossiers.clock_rule_withdrawn',
      subject: ['clock_rule', id],
      unitId: null,
      data: { code: rule.code, validFrom: rule.validFrom, reason: asked.reason },
    });
  });
}

async function requireProvince(db: Db, scope: UnitScope, today: Day): Promise<void> {
  if (!(await reachesWholeTree(db, scope, today))) throw new AppError('forbidden', 'dossiers.clock_rules_of_province');
}
