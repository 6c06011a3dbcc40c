// SPDX-License-Identifier: Apache-2.0
import type { Counter, Due } from './counter.ts';
import { dayAt, minutesPerDay } from './counter.ts';
import type { Fact } from './facts.ts';
import type { Terms } from './run-clock.ts';
import { dayText, momentText, specialDaysText, unitsText } from './sentences.ts';
import { none, type StepDraft, same, sentence } from './step-draft.ts';
import type { Sentence } from './types.ts';

export function startMoved(at: number, to: number, { counting, counter, calendar }: Terms): StepDraft {
  const day = dayText(dayAt(to));
  const base = { kind: 'start_moved', from: at, to } as const;
  if (counting.transferAfter === undefined || (counter.unit === 'minutes' && !counting.transferMovesAll))
    return {
      ...base,
      text: {
        vi: `Thời hạn tính bằng giờ bắt đầu từ đầu ngày làm việc tiếp theo, ${day}.`,
        en: `The limit in hours begins with the next working day, ${day}.`,
      },
    };
  const closed = !calendar.works(dayAt(at));
  return {
    ...base,
    rule: 'transfer_after_15h',
    text: closed
      ? {
          vi: `Nhận vào ngày nghỉ nên tính như nhận đầu ngày làm việc tiếp theo, ${day}.`,
          en: `It came on a day off and counts from the next working day, ${day}.`,
        }
      : {
          vi: `Nhận sau ${clockText(counting.transferAfter)} nên được chuyển xử lý vào đầu ngày làm việc tiếp theo, ${day}.`,
          en: `It came after ${clockText(counting.transferAfter)} and goes over to the next working day, ${day}.`,
        },
  };
}

const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function opened({ at, position, again }: Extract<Fact, { kind: 'opened' }>, { counter, counting }: Terms): StepDraft {
  if (counter.unit === 'minutes') {
    const moment = momentText(position);
    return {
      kind: 'first_day',
      from: at,
      to: position,
      rule: 'hours_start_at_moment',
      text: sentence`Thời hạn tính theo giờ làm việc kể từ ${moment}.|Office time counts from ${moment}.`,
    };
  }
  const [event, first] = [dayText(dayAt(at)), dayText(position)];
  const base = { kind: 'first_day', from: at, to: position * minutesPerDay } as const;
  if (counting.firstDayCounts) return { ...base, text: { vi: `Tính từ ngày ${first}.`, en: `Counting begins on ${first}.` } };
  return {
    ...base,
    rule: 'first_day_not_counted',
    text: again
      ? {
          vi: `Ngày tiếp tục ${event} không tính; tính tiếp từ ${first}.`,
          en: `The day of resumption, ${event}, is not counted; counting goes on from ${first}.`,
        }
      : { vi: `Ngày ${event} không tính; tính từ ${first}.`, en: `${event} is not counted; counting begins on ${first}.` },
  };
}

export function counted({ position, to, units, minutes }: Extract<Fact, { kind: 'counted' }>, { counter, calendar }: Terms): StepDraft {
  const from = startOf(counter, position);
  const special = counter.unit === 'calendar_days' ? none : specialDaysText(calendar, dayAt(from), dayAt(to));
  const many = unitsText(units, counter.unit);
  return {
    kind: 'counted',
    from,
    to,
    units,
    minutes,
    text: sentence`Đã tính ${many}, từ ${atText(counter, from)} đến ${atText(counter, to)}${special}.|${many} counted, from ${atText(counter, from)} to ${atText(counter, to)}${special}.`,
  };
}

export function projected(
  { position, units, due }: Extract<Fact, { kind: 'projected' }>,
  { counter, calendar, counting }: Terms,
): StepDraft[] {
  const from = startOf(counter, position);
  const last = due.movedFromDay === null ? due.minute : due.movedFromDay * minutesPerDay;
  const drafts: StepDraft[] = [];
  if (units > 0) {
    const special = counter.unit === 'calendar_days' ? none : specialDaysText(calendar, dayAt(from), dayAt(last));
    const many = unitsText(units, counter.unit);
    drafts.push({
      kind: 'counted',
      from,
      to: last,
      units,
      ...(counter.unit === 'minutes' ? { minutes: units } : {}),
      text: sentence`Tính ${many} từ ${atText(counter, from)} đến ${atText(counter, last)}${special}.|${many} from ${atText(counter, from)} to ${atText(counter, last)}${special}.`,
    });
  }
  return [...drafts, ...dueDrafts(due, counter, counting.endsWithOffice)];
}

function lastDayMoved(due: Due): StepDraft[] {
  if (due.movedFromDay === null) return [];
  const [off, next] = [dayText(due.movedFromDay), dayText(dayAt(due.minute))];
  return [
    {
      kind: 'last_day_moved',
      from: due.movedFromDay * minutesPerDay,
      to: due.minute,
      rule: 'last_day_off_moves',
      text: {
        vi: `Ngày cuối ${off} là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo, ${next}.`,
        en: `The last day, ${off}, is a day off; the limit ends on the next working day, ${next}.`,
      },
    },
  ];
}

/** The due minute, after the day off that it was moved from. */
export function dueDrafts(due: Due, counter: Counter, endsWithOffice: boolean): StepDraft[] {
  return [...lastDayMoved(due), dueDraft(due.minute, counter, endsWithOffice)];
}

function dueDraft(minute: number, counter: Counter, endsWithOffice: boolean): StepDraft {
  const moment = momentText(minute);
  const day = dayText(dayAt(minute));
  const isDay = counter.unit !== 'minutes';
  const text = isDay && !endsWithOffice ? { vi: `hết ngày ${day}`, en: `the end of ${day}` } : moment;
  return {
    kind: 'due',
    from: minute,
    ...(isDay ? { rule: 'day_limit_ends_at' as const } : {}),
    text: sentence`Hạn trả kết quả: ${text}.|Due: ${text}.`,
  };
}

const startOf = (counter: Counter, position: number): number => (counter.unit === 'minutes' ? position : position * minutesPerDay);
const atText = (counter: Counter, minute: number): Sentence =>
  counter.unit === 'minutes' ? momentText(minute) : same(dayText(dayAt(minute)));
