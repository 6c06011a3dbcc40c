// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { type CellKey, listCells } from '../data/cells.repo.ts';
import { rulesOn } from '../data/rules.repo.ts';
import type { FiguresDb } from '../data/tables.ts';
import type { IndicatorVersion, Parts } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { type BrokenRule, brokenRules, indicatorsOf, operatorSigns, type ValidationRule } from '../domain/validation.ts';
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

type Place = { readonly unitId: string; readonly indicator: IndicatorVersion };

/**
 * The cells that the rules compare with the values of some places. Whoever enters holds them too: of two people who enter the two sides
 * of a rule at once the later one is judged beside what the earlier one recorded.
 */
export async function cellsCompared(
  db: FiguresDb,
  period: Period,
  indicators: readonly IndicatorVersion[],
  places: readonly Place[],
): Promise<CellKey[]> {
  const rules = await rulesOn(db, period.to);
  const ids = new Map(indicators.map(({ code, indicatorId }) => [code, indicatorId]));
  return places.flatMap(({ unitId, indicator }) =>
    rulesOf(rules, [indicator]).flatMap((rule) =>
      indicatorsOf(rule).flatMap((code) => {
        const indicatorId = ids.get(code);
        return indicatorId === undefined ? [] : [{ unitId, indicatorId }];
      }),
    ),
  );
}

function rulesOf(rules: readonly ValidationRule[], indicators: readonly IndicatorVersion[]): ValidationRule[] {
  const touched = new Set(indicators.map(({ code }) => code));
  return rules.filter((rule) => indicatorsOf(rule).some((code) => touched.has(code)));
}

/**
 * Judges values by the rules of the period, beside what the units have recorded already; the cells that are compared are held by the
 * caller (`cellsCompared`). A value that an `error` speaks of is not recorded; a `warning` is told and the value recorded.
 */
export async function applyRules(
  db: FiguresDb,
  period: Period,
  indicators: readonly IndicatorVersion[],
  values: readonly ToRecord[],
): Promise<{ values: ToRecord[]; refused: Refused[]; warnings: EntryWarning[] }> {
  const rules = rulesOf(
    await rulesOn(db, period.to),
    values.map(({ indicator }) => indicator),
  );
  if (rules.length === 0) return { values: [...values], refused: [], warnings: [] };
  const wanted = new Set(rules.flatMap(indicatorsOf));
  const known = indicators.filter((indicator) => wanted.has(indicator.code));
  const unitIds = [...new Set(values.map((value) => value.unitId))];
  const cells = await listCells(db, { unitIds, periods: [period.key], indicatorIds: known.map((one) => one.indicatorId) });
  const codes = new Map(known.map((one) => [one.indicatorId, one.code]));
  const refused: Refused[] = [];
  const warnings: EntryWarning[] = [];
  const kept = unitIds.flatMap((unitId) => {
    let own = values.filter((value) => value.unitId === unitId);
    const present = cells.flatMap((cell) =>
      cell.unitId === unitId && cell.own ? [[codes.get(cell.indicatorId) ?? '', cell.own] as const] : [],
    );
    // What is refused stays as it was, and what stood beside it is judged again beside that.
    for (;;) {
      const standing = new Map<string, Parts>([...present, ...own.map((value) => [value.indicator.code, value] as const)]);
      const broken = brokenRules(rules, (code, part) => standing.get(code)?.[part] ?? null);
      const errors = broken.filter(({ rule }) => rule.importance === 'error');
      const wrong = own.flatMap((value) => {
        const against = errors.find(({ rule }) => indicatorsOf(rule).includes(value.indicator.code));
        return against ? [{ value, code: 'figures.rule_broken', params: paramsOf(against) }] : [];
      });
      if (wrong.length === 0) {
        const recorded = new Set(own.map((value) => value.indicator.code));
        const told = broken.filter(({ rule }) => indicatorsOf(rule).some((code) => recorded.has(code)));
        warnings.push(...told.map((one) => warningOf(unitId, one)));
        return own;
      }
      refused.push(...wrong);
      own = own.filter((value) => !wrong.some((one) => one.value === value));
    }
  });
  return { values: kept, refused, warnings };
}

function paramsOf({ rule, left, right }: BrokenRule): Record<string, string> {
  const basis = rule.legalBasis === null ? '' : `; căn cứ: ${rule.legalBasis}`;
  const operator = operatorSigns[rule.operator];
  return { sentence: rule.sentence, operator, left: vietnameseNumber(left), right: vietnameseNumber(right), basis };
}

function warningOf(unitId: string, { rule, left, right }: BrokenRule): EntryWarning {
  return { unitId, sentence: rule.sentence, left, right, legalBasis: rule.legalBasis };
}
