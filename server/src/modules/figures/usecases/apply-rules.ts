// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { listCells } from '../data/cells.repo.ts';
import { rulesOn } from '../data/rules.repo.ts';
import type { FiguresDb } from '../data/tables.ts';
import type { IndicatorVersion, Parts } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { type BrokenRule, brokenRules, indicatorsOf } from '../domain/validation.ts';
import type { ToRecord } from './record-figures.ts';

/** A rule of less importance that the figures of a unit break after an entry. */
export type EntryWarning = {
  readonly unitId: string;
  readonly sentence: string;
  readonly left: string;
  readonly right: string;
  readonly legalBasis: string | null;
};

type Refused = { readonly value: ToRecord; readonly code: string; readonly params: Readonly<Record<string, string>> };

/**
 * Judges values by the rules of the period, beside what the units have recorded already. A value that an `error` speaks of is
 * not recorded; a `warning` is told and the value recorded.
 */
export async function applyRules(
  db: FiguresDb,
  period: Period,
  indicators: readonly IndicatorVersion[],
  values: readonly ToRecord[],
): Promise<{ values: ToRecord[]; refused: Refused[]; warnings: EntryWarning[] }> {
  const touched = new Set(values.map((value) => value.indicator.code));
  const rules = (await rulesOn(db, period.to)).filter((rule) => indicatorsOf(rule).some((code) => touched.has(code)));
  if (rules.length === 0) return { values: [...values], refused: [], warnings: [] };
  const wanted = new Set(rules.flatMap(indicatorsOf));
  const known = indicators.filter((indicator) => wanted.has(indicator.code));
  const unitIds = [...new Set(values.map((value) => value.unitId))];
  const cells = await listCells(db, { unitIds, periods: [period.key], indicatorIds: known.map((one) => one.indicatorId) });
  const codes = new Map(known.map((one) => [one.indicatorId, one.code]));
  const refused: Refused[] = [];
  const warnings: EntryWarning[] = [];
  const kept = unitIds.flatMap((unitId) => {
    const own = values.filter((value) => value.unitId === unitId);
    const standing = new Map<string, Parts>(
      cells.flatMap((cell) => (cell.unitId === unitId && cell.own ? [[codes.get(cell.indicatorId) ?? '', cell.own]] : [])),
    );
    for (const value of own) standing.set(value.indicator.code, value);
    const broken = brokenRules(rules, (code, part) => standing.get(code)?.[part] ?? null);
    warnings.push(...broken.filter(({ rule }) => rule.importance === 'warning').map((one) => warningOf(unitId, one)));
    const errors = broken.filter(({ rule }) => rule.importance === 'error');
    return own.filter((value) => {
      const against = errors.find(({ rule }) => indicatorsOf(rule).includes(value.indicator.code));
      if (against) refused.push({ value, code: 'figures.rule_broken', params: paramsOf(against) });
      return !against;
    });
  });
  return { values: kept, refused, warnings };
}

function paramsOf({ rule, left, right }: BrokenRule): Record<string, string> {
  const basis = rule.legalBasis === null ? '' : `; căn cứ: ${rule.legalBasis}`;
  return { sentence: rule.sentence, operator: rule.operator, left: vietnameseNumber(left), right: vietnameseNumber(right), basis };
}

function warningOf(unitId: string, { rule, left, right }: BrokenRule): EntryWarning {
  return { unitId, sentence: rule.sentence, left, right, legalBasis: rule.legalBasis };
}
