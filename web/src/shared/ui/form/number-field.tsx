// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readNumber, writeNumber } from './number-text.ts';

type Props = {
  readonly label: ReactNode;
  readonly 'aria-label'?: string;
  readonly value: number | '';
  readonly onChange: (value: number | '') => void;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the comma; without it the number is whole. */
  readonly decimals?: number;
  /** Large amounts are shown in groups of three digits once they are typed. */
  readonly grouped?: boolean;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly size?: 'xs' | 'sm';
};

/** A number typed digit by digit, which may be empty; the arrow keys count up and down, and it keeps within its bounds. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  decimals = 0,
  grouped = false,
  required = false,
  ...field
}: Props) {
  const { i18n } = useTranslation();
  const comma = i18n.language === 'en' ? '.' : ',';
  const [text, setText] = useState(() => writeNumber(value, { comma, grouped }));
  const within = (number: number): number => Math.min(max, Math.max(min, number));
  // What is being typed stays as it is as long as it says the same number.
  useEffect(() => {
    setText((now) => (readNumber(now, { decimals, grouped }) === value ? now : writeNumber(value, { comma, grouped })));
  }, [value, decimals, grouped, comma]);
  const type = (next: string): void => {
    const number = readNumber(next, { decimals, grouped });
    if (number === null) return;
    setText(next);
    // A number that is being typed may still be below what is asked, as “20” is on the way to “2026”.
    onChange(number === '' ? '' : Math.min(max, number));
  };
  const leave = (): void => {
    const kept = value === '' ? '' : within(value);
    if (kept !== value) onChange(kept);
    setText(writeNumber(kept, { comma, grouped }));
  };
  const count = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onChange(within(value === '' ? 0 : value + step));
  };
  return (
    <TextInput
      {...field}
      required={required}
      inputMode={min < 0 ? 'text' : decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={count}
    />
  );
}
