// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../../shared/api/operations.ts';
import { fold } from '../../../../shared/format/text.ts';
import { type Phase, phases } from '../cycle.api.ts';
import type { PhaseDates } from './opening.api.ts';

/** Phases that have a time limit; the first waits for the organiser and the last has none. */
export const timedPhases = phases.filter((phase) => phase !== 'preparing' && phase !== 'published');

/** Days of a phase as they are typed: empty where nothing is set. */
export type DatesDraft = Readonly<Record<Phase, { readonly opensOn: string; readonly closesOn: string; readonly workingDays: string }>>;

export type GroupDraft = { readonly key: string; readonly name: string; readonly setId: string; readonly unitIds: readonly string[] };

export type RoundDraft = {
  readonly year: number;
  readonly title: string;
  readonly organiser: { readonly id: string; readonly name: string } | null;
  readonly asOf: string;
  readonly groups: readonly GroupDraft[];
  readonly dates: DatesDraft;
};

/** The typed form of the dates of a round. */
export function datesDraft(dates: readonly PhaseDates[]): DatesDraft {
  return Object.fromEntries(
    phases.map((phase) => {
      const own = dates.find((one) => one.phase === phase);
      return [phase, { opensOn: own?.opensOn ?? '', closesOn: own?.closesOn ?? '', workingDays: String(own?.workingDays ?? '') }];
    }),
  ) as DatesDraft;
}

/** Dates as they are sent; a phase without any is left out. */
export function datesBody(draft: DatesDraft): PhaseDates[] {
  return phases.flatMap((phase) => {
    const { opensOn, closesOn, workingDays } = draft[phase];
    if (!opensOn && !closesOn && !workingDays) return [];
    return [{ phase, opensOn: opensOn || null, closesOn: closesOn || null, workingDays: workingDays ? Number(workingDays) : null }];
  });
}

/** Phases whose last day lies before the last day of an earlier one, each with that earlier phase. */
export function phasesOutOfOrder(draft: DatesDraft): ReadonlyMap<Phase, Phase> {
  const wrong = new Map<Phase, Phase>();
  let latest: Phase | null = null;
  for (const phase of timedPhases) {
    const { closesOn } = draft[phase];
    if (!closesOn) continue;
    if (latest && closesOn < draft[latest].closesOn) wrong.set(phase, latest);
    else latest = phase;
  }
  return wrong;
}

/** Moves the calendar days of a phase and of all later ones by a number of days; spans of working days move with the round itself. */
export function shiftedDates(draft: DatesDraft, from: Phase, days: number): DatesDraft {
  const moved = (day: string): string =>
    day ? new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) : day;
  return Object.fromEntries(
    phases.map((phase) => {
      const own = draft[phase];
      if (phases.indexOf(phase) < phases.indexOf(from)) return [phase, own];
      return [phase, { ...own, opensOn: moved(own.opensOn), closesOn: moved(own.closesOn) }];
    }),
  ) as DatesDraft;
}

export function isComplete({ title, organiser, asOf, groups }: RoundDraft): boolean {
  return (
    title.trim() !== '' &&
    organiser !== null &&
    asOf !== '' &&
    groups.length > 0 &&
    groups.every(({ name, setId, unitIds }) => name.trim() !== '' && setId !== '' && unitIds.length > 0)
  );
}

export function bodyOf(draft: RoundDraft): Body<'createScoringRound'> {
  const codes = codesOf(draft.groups.map(({ name }) => name));
  return {
    year: draft.year,
    title: draft.title.trim(),
    organisingUnitId: draft.organiser?.id ?? '',
    asOf: draft.asOf,
    groups: draft.groups.map(({ name, setId, unitIds }, index) => ({
      code: codes[index] ?? `nhom-${index + 1}`,
      name: name.trim(),
      setId,
      unitIds: [...unitIds],
    })),
    dates: datesBody(draft.dates),
  };
}

/**
 * Codes of groups from their names; they name files of the open data package.
 *
 * @example
 * codesOf(['UBND cấp xã', 'UBND cấp xã']) // ['ubnd-cap-xa', 'ubnd-cap-xa-2']
 */
export function codesOf(names: readonly string[]): string[] {
  const codes: string[] = [];
  for (const name of names) {
    const plain =
      fold(name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 26) || 'nhom';
    const taken = codes.filter((code) => code === plain || code.replace(/-\d+$/, '') === plain).length;
    codes.push(taken === 0 ? plain : `${plain}-${taken + 1}`);
  }
  return codes;
}
