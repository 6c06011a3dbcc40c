// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { type Phase, phases, type RoundSheet } from './cycle.api.ts';
import css from './cycle.module.css';

/** The phases of a round in a line, with the days of each and where the round stands. */
export function PhaseLine({ phase, dates }: { readonly phase: Phase; readonly dates: RoundSheet['dates'] }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const now = phases.indexOf(phase);
  const daysOf = (one: Phase): string => {
    const own = dates.find((date) => date.phase === one);
    if (own?.workingDays) return t('round.working_days', { count: own.workingDays });
    if (own?.opensOn && own.closesOn) return t('round.from_until', { from: format.day(own.opensOn), to: format.day(own.closesOn) });
    return own?.closesOn ? t('round.until', { day: format.day(own.closesOn) }) : '';
  };
  return (
    <ol className={css['line']}>
      {phases.map((one, index) => (
        <li key={one} data-done={index < now || undefined} {...(index === now ? { 'aria-current': 'step' } : {})}>
          <span className={css['phase']}>{t(`phase.${one}`)}</span>
          <span className="small soft digits">{daysOf(one)}</span>
          {index === now ? <span className={css['here']}>{t('round.now')}</span> : null}
        </li>
      ))}
    </ol>
  );
}
