// SPDX-License-Identifier: Apache-2.0
import { minutesPerDay } from './counter.ts';
import { dueDrafts } from './explain-counting.ts';
import type { Fact } from './facts.ts';
import type { Terms } from './run-clock.ts';
import { dayText, eventTexts, ignoredTexts, momentText, reasonTexts, unitsText, warningTexts } from './sentences.ts';
import { type StepDraft, same, sentence } from './step-draft.ts';
import type { ClockRuleCode, IgnoredEvent } from './types.ts';

type EventFact = Exclude<Fact, { kind: 'submitted' | 'received' | 'start_moved' | 'opened' | 'projected' | 'counted' }>;

/** What happened to the dossier other than its counting. */
export function eventDrafts(fact: EventFact, { counter, counting }: Terms): StepDraft[] {
  const moment = momentText(fact.at);
  switch (fact.kind) {
    case 'paused': {
      const reason = reasonTexts[fact.reason];
      const rule = pauseRules[fact.reason];
      return [{ kind: 'paused', from: fact.at, rule, text: sentence`Tạm dừng từ ${moment}: ${reason}.|Paused from ${moment}: ${reason}.` }];
    }
    case 'went_on': {
      const many = unitsText(fact.units, counter.unit);
      return [
        {
          kind: fact.restarts ? 'restarted' : 'resumed',
          from: fact.from,
          to: fact.at,
          units: fact.units,
          minutes: fact.minutes,
          rule: pauseRules[fact.reason],
          text: fact.restarts
            ? sentence`Nhận đủ giấy tờ bổ sung lúc ${moment}; thời hạn tính lại từ đầu.|All papers were in at ${moment}; the limit begins again from zero.`
            : sentence`Tiếp tục lúc ${moment}; ${many} tạm dừng không tính vào thời hạn.|Resumed at ${moment}; ${many} of pause are not counted.`,
        },
      ];
    }
    case 'extended': {
      const day = dayText(fact.promised);
      const told: StepDraft = {
        kind: 'extended',
        from: fact.at,
        to: fact.due?.minute ?? fact.promised * minutesPerDay,
        rule: 'one_extension',
        text: fact.moves
          ? sentence`Xin lỗi và hẹn lại lúc ${moment}, ngày hẹn mới ${day}: ${same(fact.reason)}.|Apology and new appointment at ${moment} for ${day}: ${same(fact.reason)}.`
          : sentence`Xin lỗi và hẹn lại lúc ${moment}, ngày hẹn mới ${day}; đúng hạn vẫn xét theo hạn ban đầu: ${same(fact.reason)}.|Apology and new appointment at ${moment} for ${day}; the first due day still decides: ${same(fact.reason)}.`,
      };
      return fact.moves && fact.due ? [told, ...dueDrafts(fact.due, counter, counting.endsWithOffice)] : [told];
    }
    case 'ignored': {
      const [event, reason] = [eventTexts[fact.event], ignoredTexts[fact.reason]];
      const text = sentence`${event} lúc ${moment} không được tính: ${reason}.|${event} at ${moment} is passed over: ${reason}.`;
      return [{ kind: 'ignored', from: fact.at, rule: ignoredRules[fact.reason], text }];
    }
    case 'warning':
      return [{ kind: 'warning', from: fact.at, rule: warningRules[fact.code], text: warningTexts[fact.code] }];
    case 'closed':
      return [
        { kind: 'closed', from: fact.at, text: sentence`${eventTexts[fact.event]} lúc ${moment}.|${eventTexts[fact.event]} at ${moment}.` },
      ];
  }
}

const pauseRules = { supplement: 'supplement_restarts_from_zero', obligation: 'obligation_pauses', stopped: 'stop_pauses' } as const;
const warningRules = {
  supplement_after_term: 'supplement_request_within',
  too_many_supplements: 'supplements_at_most',
  supplement_after_due: 'supplement_restarts_from_zero',
  refused_after_due: undefined,
} as const;
const ignoredRules: Readonly<Partial<Record<IgnoredEvent['reason'], ClockRuleCode>>> = {
  second_extension: 'one_extension',
  notice_too_late: 'extension_notice_before_due',
};
