// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, parseDay } from '../../format/days.ts';
import { IconCalendarEvent } from '../icons.ts';
import css from './form.module.css';

type Props = {
  readonly label: ReactNode;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly labelHidden?: boolean;
  readonly size?: 'xs' | 'sm';
};

/** A day typed as day/month/year, or chosen on the calendar of the browser. */
export function DayInput({
  label,
  value,
  onChange,
  description,
  error,
  required = false,
  disabled = false,
  labelHidden = false,
  size = 'sm',
}: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value ? formatDay(value) : '');
  const picker = useRef<HTMLInputElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const wrong = text.trim() !== '' && parseDay(text) === null;
  useEffect(() => {
    setText((now) => (parseDay(now) === (value || null) ? now : value ? formatDay(value) : ''));
  }, [value]);
  // A form with a day that cannot be read is not sent: the last good day would be saved in its place.
  useEffect(() => typed.current?.setCustomValidity(wrong ? t('day.wrong') : ''), [wrong, t]);
  const type = (next: string): void => {
    setText(next);
    const day = parseDay(next);
    if (day) onChange(day);
    else if (next.trim() === '') onChange('');
  };
  const leave = (): void => {
    const day = parseDay(text);
    if (day) setText(formatDay(day));
  };
  return (
    <div className={css['day']}>
      <TextInput
        ref={typed}
        {...(labelHidden ? { 'aria-label': String(label) } : { label })}
        description={description}
        size={size}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('day.placeholder')}
        required={required}
        disabled={disabled}
        value={text}
        error={error || (wrong && text.length >= 8 ? t('day.wrong') : null)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--ink-soft)"
            aria-label={t('day.open_calendar')}
            disabled={disabled}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendarEvent size={17} stroke={1.5} />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        className={css['picker']}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
