// SPDX-License-Identifier: Apache-2.0
import { counted, opened, projected, startMoved } from './explain-counting.ts';
import { eventDrafts } from './explain-events.ts';
import type { ClockState, Fact } from './facts.ts';
import { momentOf } from './moments.ts';
import type { Terms } from './run-clock.ts';
import { classTexts, limitText, momentText } from './sentences.ts';
import { none, type StepDraft, sentence } from './step-draft.ts';
import type { ClockInput, ClockReading, DeadlineStep, Sentence } from './types.ts';

type Read = { readonly reading: ClockReading; readonly state: ClockState; readonly terms: Terms; readonly at: number };

/** The deadline proof: one line per fact that led to the due minute, each with its rule, then how the dossier stands. */
export function explain(input: ClockInput, { reading, state, terms, at }: Read): DeadlineStep[] {
  const { facts } = state;
  const drafts = facts.filter((fact, index) => !isOvertaken(fact, facts, index)).flatMap((fact) => draftsOf(fact, input, terms));
  return [...drafts, standing(reading, state.phase === 'closed' ? state.closedAt : at)].map((draft) => stepOf(draft, terms));
}

function stepOf({ kind, from, to, units, minutes, rule, text }: StepDraft, { rules, counter }: Terms): DeadlineStep {
  const found = rule && rules.get(rule);
  return {
    kind,
    from: momentOf(from),
    to: momentOf(to ?? from),
    days: units === undefined ? null : counter.spanOf(units, 0).days,
    minutes: minutes ?? null,
    rule: found ? { code: found.code, citation: found.citation, mark: found.mark } : null,
    text,
  };
}

/** A projection that a pause overtook proves nothing, and time counted within one that stands is in it already. */
function isOvertaken(fact: Fact, facts: readonly Fact[], index: number): boolean {
  if (fact.kind !== 'projected' && fact.kind !== 'counted') return false;
  const next = facts.slice(index + 1).find(({ kind }) => kind === 'paused' || kind === 'extended' || kind === 'closed');
  const projection = facts.slice(0, index + 1).findLast((one) => one.kind === 'projected');
  const cutShort = next?.kind === 'paused' && (projection === undefined || next.at <= projection.due.minute);
  return fact.kind === 'projected' ? cutShort : !cutShort;
}

function draftsOf(fact: Fact, input: ClockInput, terms: Terms): StepDraft[] {
  switch (fact.kind) {
    case 'submitted':
      return [{ kind: 'submitted', from: fact.at, text: sentence`Nộp lúc ${momentText(fact.at)}.|Submitted at ${momentText(fact.at)}.` }];
    case 'received': {
      const [moment, limit] = [momentText(fact.at), limitText(input.limit)];
      return [
        {
          kind: 'received',
          from: fact.at,
          text: sentence`Tiếp nhận lúc ${moment}, thời hạn ${limit}.|Received at ${moment}, limit ${limit}.`,
        },
      ];
    }
    case 'start_moved':
      return [startMoved(fact.at, fact.to, terms)];
    case 'opened':
      // A limit within the day of receipt counts no day at all.
      return terms.counter.limit === 0 ? [] : [opened(fact, terms)];
    case 'projected':
      return projected(fact, terms);
    case 'counted':
      return fact.units > 0 ? [counted(fact, terms)] : [];
    default:
      return eventDrafts(fact, terms);
  }
}

function standing({ class: standsAs, due, pastDue, remaining }: ClockReading, at: number): StepDraft {
  const [moment, word] = [momentText(at), classTexts[standsAs]];
  const days = remaining && Math.round(Math.abs(remaining.days) * 10) / 10;
  const left: Sentence =
    due === null || days === null || standsAs === 'paused'
      ? none
      : pastDue
        ? { vi: `, quá ${String(days).replace('.', ',')} ngày`, en: `, ${days} day(s) over` }
        : { vi: `, còn ${String(days).replace('.', ',')} ngày`, en: `, ${days} day(s) left` };
  return { kind: 'standing', from: at, text: sentence`Đến ${moment}: ${word}${left}.|At ${moment}: ${word}${left}.` };
}
