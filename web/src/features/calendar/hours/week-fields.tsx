// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from '../calendar.module.css';
import type { DayHours, Half, WeekHours, wrongHalves } from './hours-draft.ts';

type Props = {
  readonly week: WeekHours;
  readonly wrong: ReturnType<typeof wrongHalves>;
  readonly onWeek: (week: WeekHours) => void;
};

const halves = ['morning', 'afternoon'] as const;

/** Seven days with a morning and an afternoon; an empty half is not worked. */
export function WeekFields({ week, wrong, onWeek }: Props) {
  const { t } = useTranslation('calendar');
  const put = (day: DayHours): void => onWeek(week.map((one) => (one.weekday === day.weekday ? day : one)));
  const [monday] = week;
  const likeMonday = (): void => {
    if (monday) onWeek(week.map((one) => (one.weekday <= 5 ? { ...monday, weekday: one.weekday } : one)));
  };
  return (
    <fieldset className={css['week']}>
      <legend>{t('hours.week')}</legend>
      <p className="small soft">{t('hours.week_help')}</p>
      {week.map((day) => (
        <div key={day.weekday} className={css['weekDay']}>
          <strong>{t(`weekday.${day.weekday}`)}</strong>
          {halves.map((half) => (
            <HalfFields
              key={half}
              name={`${t(`weekday.${day.weekday}`)}, ${t(`hours.${half}`)}`}
              label={t(`hours.${half}`)}
              half={day[half]}
              wrong={wrong.some((one) => one.weekday === day.weekday && one.half === half)}
              onHalf={(next) => put({ ...day, [half]: next })}
            />
          ))}
        </div>
      ))}
      <div>
        <Button size="xs" variant="default" onClick={likeMonday}>
          {t('hours.like_monday')}
        </Button>
      </div>
    </fieldset>
  );
}

type HalfProps = {
  readonly name: string;
  readonly label: string;
  readonly half: Half;
  readonly wrong: boolean;
  readonly onHalf: (half: Half) => void;
};

function HalfFields({ name, label, half, wrong, onHalf }: HalfProps) {
  const { t } = useTranslation('calendar');
  const field = (key: keyof Half) => ({
    'aria-label': `${name}, ${t(key === 'from' ? 'hours.opens' : 'hours.closes')}`,
    placeholder: '--:--',
    inputMode: 'numeric' as const,
    maxLength: 5,
    size: 'sm',
    error: wrong,
    value: half[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onHalf({ ...half, [key]: event.currentTarget.value }),
  });
  return (
    <div className={css['half']}>
      <span className="small soft">{label}</span>
      <TextInput {...field('from')} />
      <span aria-hidden="true">–</span>
      <TextInput {...field('to')} />
      {wrong ? (
        <span role="alert" className={css['halfWrong']}>
          {t('hours.half_wrong')}
        </span>
      ) : null}
    </div>
  );
}
