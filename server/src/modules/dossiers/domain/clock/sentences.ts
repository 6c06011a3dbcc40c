// SPDX-License-Identifier: Apache-2.0
import { dayOf, vietnameseDay } from '#kernel/dates';
import type { NamedDay, UnitCalendar } from '#modules/calendar';
import { dayAt, minutesPerDay } from './counter.ts';
import type { ClockClass, ClockEventKind, ClockWarning, IgnoredEvent, PauseReason, Sentence, TimeLimit } from './types.ts';

export const dayText = (day: number): string => vietnameseDay(dayOf(day));

/** `15:30 ngày 14/9/2022`. */
export function momentText(minute: number): Sentence {
  const inDay = minute - dayAt(minute) * minutesPerDay;
  const clock = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
  const day = dayText(dayAt(minute));
  return { vi: `${clock} ngày ${day}`, en: `${clock} on ${day}` };
}

const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

export function unitsText(units: number, unit: 'working_days' | 'calendar_days' | 'minutes'): Sentence {
  if (unit === 'minutes') {
    const [hours, minutes] = [Math.floor(units / 60), units % 60];
    const vi = [hours > 0 || minutes === 0 ? `${hours} giờ` : '', minutes > 0 ? `${minutes} phút` : ''].filter(Boolean).join(' ');
    const en = [hours > 0 || minutes === 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(' ');
    return { vi: `${vi} làm việc`, en: `${en} of office time` };
  }
  return unit === 'working_days'
    ? { vi: `${units} ngày làm việc`, en: `${units} working day(s)` }
    : { vi: `${units} ngày`, en: `${units} day(s)` };
}

export function limitText({ amount, unit }: TimeLimit): Sentence {
  if (unit === 'working_days' && amount === 0) return { vi: 'trong ngày làm việc', en: 'within the working day' };
  if (unit === 'hours') return { vi: `${decimal(amount)} giờ làm việc`, en: `${amount} office hour(s)` };
  const vi = unit === 'working_days' ? 'ngày làm việc' : 'ngày';
  return { vi: `${decimal(amount)} ${vi}`, en: `${amount} ${unit === 'working_days' ? 'working day(s)' : 'day(s)'}` };
}

const nameOf = (named: NamedDay): Sentence => {
  if (named.kind === 'weekend') return { vi: 'cuối tuần', en: 'weekend' };
  if (named.kind === 'worked') {
    const day = vietnameseDay(named.inPlaceOf);
    return { vi: `làm bù cho ngày ${day}`, en: `worked in place of ${day}` };
  }
  return { vi: named.name, en: named.name };
};

/** The days from one to another that are not counted, and the weekend days that are, each run of days once. */
export function specialDaysText(calendar: UnitCalendar, from: number, to: number): Sentence {
  const runs: { first: number; last: number; worked: boolean; name: Sentence }[] = [];
  for (let day = from; day <= to; day += 1) {
    const named = calendar.nameOf(day);
    if (!named) continue;
    const name = nameOf(named);
    const run = runs.at(-1);
    if (run && run.last === day - 1 && run.name.vi === name.vi) run.last = day;
    else runs.push({ first: day, last: day, worked: named.kind === 'worked', name });
  }
  const list = (worked: boolean, language: keyof Sentence): string =>
    runs
      .filter((run) => run.worked === worked)
      .map(({ first, last, name }) => `${first === last ? dayText(first) : `${dayText(first)}–${dayText(last)}`} (${name[language]})`)
      .join(', ');
  const [skippedVi, workedVi] = [list(false, 'vi'), list(true, 'vi')];
  return {
    vi: `${skippedVi && `; không tính ${skippedVi}`}${workedVi && `; tính cả ${workedVi}`}`,
    en: `${skippedVi && `; not counted: ${list(false, 'en')}`}${workedVi && `; counted too: ${list(true, 'en')}`}`,
  };
}

export const reasonTexts: Readonly<Record<PauseReason, Sentence>> = {
  supplement: { vi: 'chờ bổ sung giấy tờ', en: 'waiting for papers' },
  obligation: { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for payment' },
  stopped: { vi: 'dừng xử lý', en: 'stopped' },
};

export const eventTexts: Readonly<Record<ClockEventKind, Sentence>> = {
  submitted: { vi: 'Nộp hồ sơ', en: 'Submitted' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  supplement_requested: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Papers asked for' },
  supplemented: { vi: 'Bổ sung giấy tờ', en: 'Papers handed in' },
  obligation_requested: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
  obligation_met: { vi: 'Hoàn thành nghĩa vụ tài chính', en: 'Payment made' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  resumed: { vi: 'Tiếp tục xử lý', en: 'Resumed' },
  extended: { vi: 'Gia hạn', en: 'Extended' },
  rejected: { vi: 'Từ chối tiếp nhận, giải quyết', en: 'Refused' },
  withdrawn: { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by the applicant' },
  finished: { vi: 'Xử lý xong', en: 'Finished' },
  returned: { vi: 'Trả kết quả', en: 'Result returned' },
};

export const ignoredTexts: Readonly<Record<IgnoredEvent['reason'], Sentence>> = {
  before_receipt: { vi: 'hồ sơ chưa được tiếp nhận', en: 'the dossier had not been received' },
  already_received: { vi: 'hồ sơ đã được tiếp nhận trước đó', en: 'it had been received before' },
  already_closed: { vi: 'hồ sơ đã kết thúc', en: 'the dossier was closed' },
  not_running: { vi: 'đồng hồ đang dừng', en: 'the clock was not running' },
  not_paused_so: { vi: 'hồ sơ không tạm dừng vì lý do đó', en: 'it was not paused for that reason' },
  second_extension: { vi: 'chỉ được hẹn lại một lần', en: 'a new appointment is given once only' },
  notice_too_late: { vi: 'báo gia hạn không kịp trước ngày hết hạn', en: 'it was told too late before the due day' },
  not_later: { vi: 'ngày hẹn mới không muộn hơn hạn đang có', en: 'the new day is not later than the due day' },
};

export const warningTexts: Readonly<Record<ClockWarning['code'], Sentence>> = {
  supplement_after_term: {
    vi: 'Yêu cầu bổ sung gửi sau thời hạn kể từ ngày tiếp nhận; hạn trả vẫn tính theo quy tắc bổ sung.',
    en: 'Papers were asked for after the term from receipt; the due day follows the rule on supplements all the same.',
  },
  too_many_supplements: {
    vi: 'Đã yêu cầu bổ sung quá số lần cho phép.',
    en: 'Papers were asked for more often than is allowed.',
  },
  supplement_after_due: {
    vi: 'Yêu cầu bổ sung gửi khi hồ sơ đã quá hạn.',
    en: 'Papers were asked for when the dossier was overdue already.',
  },
  refused_after_due: {
    vi: 'Từ chối sau khi đã hết thời hạn giải quyết.',
    en: 'The dossier was refused after the limit had ended.',
  },
};

export const classTexts: Readonly<Record<ClockClass, Sentence>> = {
  early: { vi: 'trước hạn', en: 'early' },
  on_time: { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'quá hạn', en: 'late' },
  in_time: { vi: 'trong hạn', en: 'in time' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  paused: { vi: 'tạm dừng, không tính quá hạn', en: 'paused, not overdue' },
  closed: { vi: 'kết thúc không có kết quả', en: 'closed without a result' },
  not_started: { vi: 'chưa tiếp nhận, chưa tính thời hạn', en: 'not received, the limit has not begun' },
};
