// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { DayInput } from '../../../../shared/ui/form/day-input.tsx';
import type { Phase } from '../cycle.api.ts';
import css from './opening.module.css';
import { type DatesDraft, phasesOutOfOrder, timedPhases } from './round-draft.ts';

type Props = { readonly dates: DatesDraft; readonly onDates: (dates: DatesDraft) => void };

/** When each phase opens and closes: by days, or by working days from the day the round enters it. */
export function DatesFields({ dates, onDates }: Props) {
  const { t } = useTranslation(['opening', 'cycle']);
  const format = useFormat();
  const wrong = phasesOutOfOrder(dates);
  const warningOf = (phase: Phase): string | null => {
    const earlier = wrong.get(phase);
    return earlier ? t('closes_before', { phase: t(`cycle:phase.${earlier}`), day: format.day(dates[earlier].closesOn) }) : null;
  };
  const change = (phase: Phase, part: Partial<DatesDraft[Phase]>): void => onDates({ ...dates, [phase]: { ...dates[phase], ...part } });
  return (
    <div className={css['dates']}>
      {timedPhases.map((phase) => (
        <fieldset key={phase}>
          <legend>{t(`cycle:phase.${phase}`)}</legend>
          <DayInput label={t('opens_on')} value={dates[phase].opensOn} onChange={(opensOn) => change(phase, { opensOn })} />
          <DayInput
            label={t('closes_on')}
            value={dates[phase].closesOn}
            error={warningOf(phase)}
            onChange={(closesOn) => change(phase, { closesOn })}
          />
          <TextInput
            label={t('working_days')}
            inputMode="numeric"
            value={dates[phase].workingDays}
            onChange={(event) => change(phase, { workingDays: event.currentTarget.value.replace(/\D/g, '') })}
          />
        </fieldset>
      ))}
    </div>
  );
}
