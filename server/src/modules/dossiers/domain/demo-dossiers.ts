// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '#kernel/dates';

/** Totals that the generated dossiers of one unit and all below it add up to, on the day after `to`. */
export type DemoTotals = {
  readonly from: Day;
  readonly to: Day;
  readonly received: number;
  readonly online: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
};

export type DemoOutcome = 'early' | 'on_time' | 'late' | 'open';

export type DemoDossier = {
  readonly outcome: DemoOutcome;
  readonly isOnline: boolean;
  readonly receivedOn: Day;
  /** Minute of the day of receipt. */
  readonly receivedMinute: number;
  readonly applicantName: string;
  /** A number from 0 to 1 that picks the unit, and one that picks the procedure among those that suit the outcome. */
  readonly unitPick: number;
  readonly procedurePick: number;
  /** How far between receipt and due day it was finished, or how many days late. */
  readonly finishPick: number;
};

const familyNames = ['Lò', 'Quàng', 'Cà', 'Vàng', 'Giàng', 'Sùng', 'Nguyễn', 'Trần', 'Lường', 'Tòng', 'Mùa', 'Thào', 'Bạc', 'Hờ'] as const;
const middleNames = ['Văn', 'Thị', 'A', 'Thị Thu', 'Minh', 'Thanh', 'Đức'] as const;
const givenNames = ['Xuân', 'Hoa', 'Pó', 'Dính', 'Sáng', 'Ánh', 'Dung', 'Hặc', 'Nọi', 'Yêu', 'Phương', 'Tủa', 'Khánh', 'Ơn'] as const;

/** A seeded source of numbers from 0 to 1: the same demo everywhere (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The longest time in calendar days that a generated dossier may take, so that its outcome lies before the cut-off. */
export const longestDemoDays = 45;

/** No receipt on the first days, so that one moved back from a day off stays within the period. */
const firstDays = 4;

/** Dossiers in order of receipt whose outcomes add up to the totals. */
export function demoDossiers(totals: DemoTotals, seed: number, isWorked: (day: Day) => boolean): DemoDossier[] {
  const next = seededNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const outcomes = shuffled(
    [
      ...Array.from({ length: totals.early }, (): DemoOutcome => 'early'),
      ...Array.from({ length: totals.onTime }, (): DemoOutcome => 'on_time'),
      ...Array.from({ length: totals.late }, (): DemoOutcome => 'late'),
      ...Array.from({ length: totals.open }, (): DemoOutcome => 'open'),
    ],
    next,
  );
  const online = shuffled(
    outcomes.map((_, index) => index < totals.online),
    next,
  );
  const days = (Date.parse(totals.to) - Date.parse(totals.from)) / 86_400_000 + 1;
  const dossiers = outcomes.map((outcome, index): DemoDossier => {
    const offset =
      outcome === 'open' ? days - 1 - Math.floor(next() * 3) : firstDays + Math.floor(next() * (days - longestDemoDays - firstDays));
    return {
      outcome,
      isOnline: online[index] === true,
      receivedOn: workedDay(addDays(totals.from, offset), isWorked),
      receivedMinute: 450 + Math.floor(next() * 420),
      applicantName: `${pick(familyNames)} ${pick(middleNames)} ${pick(givenNames)}`,
      unitPick: next(),
      procedurePick: next(),
      finishPick: next(),
    };
  });
  return dossiers.sort((a, b) =>
    a.receivedOn === b.receivedOn ? a.receivedMinute - b.receivedMinute : a.receivedOn < b.receivedOn ? -1 : 1,
  );
}

/** The day itself or the last worked one before it. */
function workedDay(day: Day, isWorked: (day: Day) => boolean): Day {
  return isWorked(day) ? day : workedDay(addDays(day, -1), isWorked);
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
}
