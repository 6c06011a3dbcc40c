// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '#kernel/dates';
import type { ClockRule, ClockRuleCode } from './types.ts';

/** The rules that hold for one dossier, each where the province applies it. */
export type RulesInForce = ReadonlyMap<ClockRuleCode, ClockRule>;

/** The rules in force and switched on at a day. A dossier keeps those of the day of its receipt. */
export function rulesOn(rules: readonly ClockRule[], day: Day): RulesInForce {
  const inForce = rules.filter((rule) => rule.enabled && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo));
  return new Map(inForce.map((rule) => [rule.code, rule]));
}

/** The rule's number where it is in force; undefined where it is not. */
export function numberOf(rules: RulesInForce, code: ClockRuleCode): number | undefined {
  const value = rules.get(code)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** Office minutes of a working day where parts of days are counted in hours. */
export const minutesOfWorkingDay = 480;

/** What of the rules decides where a term begins and ends, ready for counting. */
export type CountingRules = {
  readonly firstDayCounts: boolean;
  readonly lastDayMoves: boolean;
  readonly hoursStartAtMoment: boolean;
  readonly endsWithOffice: boolean;
  /** Receipt after this minute of the day goes over to the next working day; undefined: it never does. */
  readonly transferAfter: number | undefined;
  /** Whether going over moves every limit, or only those that end on the day of receipt. */
  readonly transferMovesAll: boolean;
  /** Undefined: parts of days are rounded up instead. */
  readonly dayMinutes: number | undefined;
};

/** Reads the counting rules out of those in force. */
export function countingRulesOf(rules: RulesInForce): CountingRules {
  return {
    firstDayCounts: !rules.has('first_day_not_counted'),
    lastDayMoves: rules.has('last_day_off_moves'),
    hoursStartAtMoment: rules.has('hours_start_at_moment'),
    endsWithOffice: rules.get('day_limit_ends_at')?.value === 'end_of_office_hours',
    transferAfter: numberOf(rules, 'transfer_after_15h'),
    transferMovesAll: rules.get('transfer_moves')?.value === 'all',
    dayMinutes: numberOf(rules, 'day_is_8_hours'),
  };
}

/** A span of time in which the same counting rules hold. */
export type Era = { readonly lastDay: Day; readonly rules: CountingRules };

/** The last day of the span that has no end. */
export const endOfTime: Day = '9999-12-31';

/** All spans from the beginning of time, earliest first. */
export function erasOf(rules: readonly ClockRule[]): Era[] {
  const changes = rules.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)]));
  const starts = ['0001-01-01', ...new Set(changes)].sort();
  const spans = starts.map((start, index) => {
    const next = starts[index + 1];
    return { lastDay: next === undefined ? endOfTime : addDays(next, -1), rules: countingRulesOf(rulesOn(rules, start)) };
  });
  return spans.filter((span, index) => JSON.stringify(span.rules) !== JSON.stringify(spans[index + 1]?.rules));
}
