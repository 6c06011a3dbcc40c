// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../shared/format/days.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { NumberField } from '../../shared/ui/form/number-field.tsx';
import { type Due, dueQuery } from './calendar.api.ts';
import css from './calendar.module.css';

/** A deadline computed before the reader's eyes, with every day that was skipped. */
export function DueSum() {
  const { t } = useTranslation('calendar');
  const [start, setStart] = useState(today());
  const [count, setCount] = useState(15);
  const due = useQuery({ ...dueQuery(start, count), enabled: start !== '' });
  return (
    <>
      <div className={css['due']}>
        <DayInput label={t('due_start')} value={start} onChange={setStart} />
        <NumberField label={t('due_count')} min={0} max={5000} value={count} onChange={(next) => setCount(Number(next) || 0)} />
      </div>
      <Loading of={due} lines={2}>
        {(data) => <DueAnswer due={data} />}
      </Loading>
    </>
  );
}

function DueAnswer({ due }: { readonly due: Due }) {
  const { t } = useTranslation('calendar');
  const skipped = due.skipped.filter((one) => one.reason !== 'weekend');
  return (
    <div className="stack">
      <p>
        <ExplicitFigure
          size="large"
          value={formatDay(due.due)}
          origin={{
            sentence: t('due_sentence', { count: due.workingDays, start: formatDay(due.start) }),
            source: t('due_skipped', { count: due.skipped.length }),
            law: due.rules.map((rule) => rule.citation).join('; '),
          }}
        />
      </p>
      <ul className={css['skipped']}>
        {skipped.map((one) => (
          <li key={one.day}>{t('due_reason', { day: formatDay(one.day), reason: one.name ?? t(`kind.${one.reason}`) })}</li>
        ))}
        {due.countedWeekendDays.map((one) => (
          <li key={one.day}>{t('due_worked', { day: formatDay(one.day), for: formatDay(one.inPlaceOf) })}</li>
        ))}
      </ul>
    </div>
  );
}
