// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, vietnameseDay } from '#kernel/dates';
import { ruleNames } from '../clock/rule-names.ts';
import type { ClockRule, ClockRuleCode } from '../clock/types.ts';

/** A rule as it is kept: with the person, the moment and the reason of its change. */
export type KeptRule = ClockRule & {
  readonly id: string;
  readonly version: number;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly reason: string | null;
  readonly endReason: string | null;
  /** The last day that the rule before had until this one took its place. */
  readonly replacedUntil: Day | null;
};

export type RuleChange = Pick<ClockRule, 'code' | 'value' | 'enabled' | 'validFrom' | 'citation' | 'mark'> & { readonly reason: string };

export type RuleState = 'coming' | 'in_force' | 'ended' | 'withdrawn';

/** Where a version stands on a day; one withdrawn before it began ends before its first day. */
export function ruleState({ validFrom, validTo }: Pick<ClockRule, 'validFrom' | 'validTo'>, day: Day): RuleState {
  if (validTo !== null && validTo < validFrom) return 'withdrawn';
  if (validFrom > day) return 'coming';
  return validTo !== null && validTo < day ? 'ended' : 'in_force';
}

/** What a change does: the version that it follows ends the day before, if there is one. */
export type PlannedChange = { readonly follows: { readonly rule: KeptRule; readonly lastDay: Day } | null };

/**
 * A change of a rule from a coming day on. Days that have passed keep the rule by which their dossiers were counted.
 *
 * @throws AppError `dossiers.clock_rule_past`, `dossiers.clock_rule_coming`, `dossiers.clock_rule_value`, `dossiers.clock_rule_same`
 */
export function planRuleChange(rules: readonly KeptRule[], change: RuleChange, today: Day): PlannedChange {
  const { code, validFrom } = change;
  if (validFrom <= today) throw new AppError('invalid', 'dossiers.clock_rule_past', { day: vietnameseDay(addDays(today, 1)) });
  if (!isValueOf(code, change.value)) throw new AppError('invalid', 'dossiers.clock_rule_value');
  const own = rules.filter((rule) => rule.code === code && ruleState(rule, today) !== 'withdrawn');
  const coming = own.find((rule) => ruleState(rule, today) === 'coming');
  if (coming) throw new AppError('conflict', 'dossiers.clock_rule_coming', { from: vietnameseDay(coming.validFrom) });
  const current = own.find((rule) => rule.validTo === null || rule.validTo >= validFrom);
  if (!current) return { follows: null };
  const isSame = current.enabled === change.enabled && current.value === change.value && current.citation === change.citation;
  if (isSame && current.mark === change.mark) throw new AppError('conflict', 'dossiers.clock_rule_same');
  return { follows: { rule: current, lastDay: addDays(validFrom, -1) } };
}

const isMinuteOfDay: readonly ClockRuleCode[] = ['transfer_after_15h', 'day_is_8_hours'];

/** Whether a rule can take the value; rules that are only switched take `true`. */
export function isValueOf(code: ClockRuleCode, value: ClockRule['value']): boolean {
  const { values } = ruleNames[code];
  if (values === undefined) return value === true;
  if (values !== 'number') return typeof value === 'string' && values.includes(value);
  const most = isMinuteOfDay.includes(code) ? 1439 : 60;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
