// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { violatedConstraint } from '#platform/db/db';
import type { FigureMark } from '../domain/indicator.ts';
import type { Term, ValidationRule } from '../domain/validation.ts';
import type { FiguresDb } from './tables.ts';

/** The rules in force on a day, by code. */
export async function rulesOn(db: FiguresDb, day: Day): Promise<ValidationRule[]> {
  const rows = await db
    .selectFrom('figures.validation_rule')
    .select(['code', 'sentence', 'left_terms', 'operator', 'right_terms', 'importance', 'legal_basis as legalBasis'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('code')
    .execute();
  return rows.map(({ left_terms, right_terms, ...row }) => ({ ...row, left: left_terms as Term[], right: right_terms as Term[] }));
}

export async function insertRules(
  db: FiguresDb,
  rules: readonly ValidationRule[],
  given: { readonly validFrom: Day; readonly mark: FigureMark | null; readonly by: string },
): Promise<void> {
  if (rules.length === 0) return;
  await db
    .insertInto('figures.validation_rule')
    .values(
      rules.map((rule) => ({
        id: newId(),
        code: rule.code,
        sentence: rule.sentence,
        left_terms: JSON.stringify(rule.left),
        operator: rule.operator,
        right_terms: JSON.stringify(rule.right),
        importance: rule.importance,
        legal_basis: rule.legalBasis,
        mark: given.mark,
        valid_from: given.validFrom,
        valid_to: null,
        recorded_by: given.by,
      })),
    )
    .execute();
}

/** A rule with its days of validity. */
export type RuleRow = ValidationRule & {
  readonly id: string;
  readonly mark: FigureMark | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** Every rule, by code. */
export async function allRules(db: FiguresDb): Promise<RuleRow[]> {
  const rows = await db
    .selectFrom('figures.validation_rule')
    .select(['id', 'code', 'sentence', 'left_terms', 'operator', 'right_terms', 'importance', 'legal_basis as legalBasis'])
    .select(['mark', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy('code')
    .execute();
  return rows.map(({ left_terms, right_terms, ...row }) => ({ ...row, left: left_terms as Term[], right: right_terms as Term[] }));
}

/** @throws AppError `figures.rule_code_taken` */
export async function insertRule(db: FiguresDb, rule: ValidationRule, given: Parameters<typeof insertRules>[2]): Promise<string> {
  try {
    await insertRules(db, [rule], given);
  } catch (error) {
    if (violatedConstraint(error) === 'validation_rule_code_key')
      throw new AppError('conflict', 'figures.rule_code_taken', { code: rule.code });
    throw error;
  }
  const { id } = await db.selectFrom('figures.validation_rule').select('id').where('code', '=', rule.code).executeTakeFirstOrThrow();
  return id;
}

export async function lockRule(
  db: FiguresDb,
  id: string,
): Promise<(Pick<ValidationRule, 'left' | 'right'> & { code: string; validFrom: Day; validTo: Day | null }) | undefined> {
  const row = await db
    .selectFrom('figures.validation_rule')
    .select(['code', 'valid_from as validFrom', 'valid_to as validTo', 'left_terms', 'right_terms'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, left: row.left_terms as Term[], right: row.right_terms as Term[] };
}

export async function endRule(db: FiguresDb, id: string, lastDay: Day): Promise<void> {
  await db.updateTable('figures.validation_rule').set({ valid_to: lastDay }).where('id', '=', id).execute();
}
