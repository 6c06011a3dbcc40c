// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import css from './calendar.module.css';
import { daysOfMonth, kindOf, weekdayOf, type YearDraft } from './year-draft.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Props = {
  readonly year: number;
  readonly month: number;
  readonly draft: YearDraft;
  readonly chosen: string | null;
  readonly onChoose: (day: string) => void;
};

/** A month; arrow keys go from day to day. */
export function MonthGrid({ year, month, draft, chosen, onChoose }: Props) {
  const { t } = useTranslation('calendar');
  const days = daysOfMonth(year, month);
  const first = days[0] ? weekdayOf(days[0]) : 1;
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = steps[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const at = days.indexOf(event.target.dataset['day'] ?? '');
    const next = event.currentTarget.querySelector<HTMLButtonElement>(`[data-day="${days[at + step] ?? ''}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section className={css['month']} aria-label={t('month', { month })}>
      <h2>{t('month', { month })}</h2>
      <div className={css['grid']} role="toolbar" aria-label={t('month', { month })} onKeyDown={move}>
        {weekdays.map((weekday) => (
          <span key={weekday} className={css['weekday']} aria-hidden="true">
            {t(`weekday.${weekday}`)}
          </span>
        ))}
        {days.map((day, index) => {
          const kind = kindOf(draft, day);
          const name = draft.get(day)?.name;
          return (
            <button
              key={day}
              type="button"
              data-print
              data-day={day}
              data-kind={kind}
              tabIndex={day === chosen || (chosen === null && index === 0) || (!days.includes(chosen ?? '') && index === 0) ? 0 : -1}
              aria-pressed={day === chosen}
              aria-label={`${formatDay(day)}, ${name || t(`kind.${kind}`)}`}
              title={name || t(`kind.${kind}`)}
              className={css['day']}
              style={index === 0 ? { gridColumnStart: first } : undefined}
              onClick={() => onChoose(day)}
            >
              {Number(day.slice(8))}
            </button>
          );
        })}
      </div>
    </section>
  );
}
