// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, vietnameseDay } from '#kernel/dates';
import { coversDay, isWithdrawn } from './procedure.ts';

export type OnlineRegime = {
  readonly code: string;
  readonly name: string;
  readonly citation: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly mark: 'background' | 'illustrative' | null;
  readonly levels: readonly OnlineRegimeLevel[];
};

export type OnlineRegimeLevel = {
  readonly level: string;
  readonly name: string;
  readonly rank: number;
  readonly canSubmit: boolean;
  readonly needsJustification: boolean;
};

export type OnlinePeriod = { readonly id: string; readonly validFrom: Day; readonly validTo: Day | null };

export type OnlinePlan = {
  readonly cut: readonly { readonly id: string; readonly validTo: Day }[];
  readonly add: { readonly regime: string; readonly level: string; readonly validFrom: Day; readonly validTo: Day | null } | null;
};

/** The regime of a day. */
export function regimeOn(regimes: readonly OnlineRegime[], day: Day): OnlineRegime | undefined {
  return regimes.find((regime) => coversDay(regime, day));
}

/**
 * How a change of the online level from a day on joins the recorded periods. The new period lasts to the end of its
 * regime, since levels of one regime mean nothing in the next, or to the next period that is recorded already. Partial
 * service needs a public reason where the regime asks for it (Decree 224/2026/NĐ-CP, art. 14).
 *
 * @throws AppError `procedures.regime_missing`, `procedures.online_level_unknown`, `procedures.justification_missing`
 */
export function planOnline(
  recorded: readonly OnlinePeriod[],
  regimes: readonly OnlineRegime[],
  wanted: { readonly validFrom: Day; readonly level: string | null; readonly justification: string | null },
): OnlinePlan {
  const periods = recorded.filter((one) => !isWithdrawn(one));
  const cut = periods
    .filter((one) => coversDay(one, wanted.validFrom))
    .map((one) => ({ id: one.id, validTo: addDays(wanted.validFrom, -1) }));
  if (wanted.level === null) return { cut, add: null };

  const regime = regimeOn(regimes, wanted.validFrom);
  if (!regime) throw new AppError('invalid', 'procedures.regime_missing', { day: vietnameseDay(wanted.validFrom) });
  const level = regime.levels.find((one) => one.level === wanted.level);
  if (!level) throw new AppError('invalid', 'procedures.online_level_unknown', { regime: regime.name, citation: regime.citation });
  if (level.needsJustification && !wanted.justification)
    throw new AppError('invalid', 'procedures.justification_missing', { level: level.name, citation: regime.citation });

  const next = periods.filter((one) => one.validFrom > wanted.validFrom).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  const ends = [regime.validTo, next ? addDays(next.validFrom, -1) : null].filter((day) => day !== null).sort();
  return { cut, add: { regime: regime.code, level: level.level, validFrom: wanted.validFrom, validTo: ends[0] ?? null } };
}
