// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { indicatorsOn } from '../../data/indicators.repo.ts';
import { endRule as endInTable, insertRule, lockRule } from '../../data/rules.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { indicatorsOf, type ValidationRule } from '../../domain/validation.ts';
import { requireWhole } from '../held-fields.ts';

/**
 * Adds a rule from a day on. It judges the figures of every unit, so it takes a right over the whole tree.
 *
 * @throws AppError `figures.whole_tree_needed`, `figures.not_your_field`, `figures.rule_unsound` where a side names no indicator of that day,
 * `figures.rule_code_taken`
 */
export async function createRule(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  input: { readonly rule: ValidationRule; readonly validFrom: Day },
): Promise<{ id: string }> {
  const { rule, validFrom } = input;
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const known = new Map((await indicatorsOn(own, validFrom)).map((one) => [one.code, one]));
    const named = indicatorsOf(rule);
    await requireWhole(
      tx,
      scope,
      named.flatMap((code) => known.get(code) ?? []),
    );
    if (named.length === 0) throw new AppError('invalid', 'figures.rule_unsound', { reason: 'hai vế chỉ có số, không có chỉ tiêu nào' });
    const unknown = named.find((code) => !known.has(code));
    if (unknown !== undefined)
      throw new AppError('invalid', 'figures.rule_unsound', {
        reason: `không có chỉ tiêu ${unknown} có hiệu lực ngày ${vietnameseDay(validFrom)}`,
      });
    const partless = [...rule.left, ...rule.right].find(
      (term) => 'indicator' in term && term.part === 'denominator' && known.get(term.indicator)?.denominator === null,
    );
    if (partless && 'indicator' in partless)
      throw new AppError('invalid', 'figures.rule_unsound', { reason: `chỉ tiêu ${partless.indicator} không có mẫu số` });
    const id = await insertRule(own, rule, { validFrom, mark: null, by: actor.name });
    await recordAudit(tx, actor, {
      action: 'figures.rule_created',
      subject: ['figure_rule', id],
      unitId: null,
      data: { code: rule.code, sentence: rule.sentence, importance: rule.importance, validFrom },
    });
    return { id };
  });
}

/**
 * Ends a rule: figures of periods that end after its last day are no longer judged by it.
 *
 * @throws AppError `figures.whole_tree_needed`, `figures.not_your_field`, `figures.rule_not_found`, `figures.rule_end_too_early`
 */
export async function endRule(db: Db, actor: Actor, scope: UnitScope, id: string, lastDay: Day): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const rule = await lockRule(own, id);
    await requireWhole(tx, scope, []);
    if (!rule) throw new AppError('not_found', 'figures.rule_not_found');
    const named = new Set(indicatorsOf(rule));
    await requireWhole(
      tx,
      scope,
      (await indicatorsOn(own, rule.validFrom)).filter(({ code }) => named.has(code)),
    );
    if (lastDay < rule.validFrom || (rule.validTo !== null && lastDay >= rule.validTo))
      throw new AppError('conflict', 'figures.rule_end_too_early', { from: vietnameseDay(rule.validFrom) });
    await endInTable(own, id, lastDay);
    await recordAudit(tx, actor, {
      action: 'figures.rule_ended',
      subject: ['figure_rule', id],
      unitId: null,
      data: { code: rule.code, lastDay },
    });
  });
}
