// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { typedNumber } from './blank-rule.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly required?: boolean;
};

/** A decimal number as text, digit by digit, with the comma of the language. */
export function DecimalInput({ label, value, onChange, description, required = false }: Props) {
  const { i18n } = useTranslation();
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      required={required}
      value={i18n.language === 'en' ? value : value.replace('.', ',')}
      onChange={(event) => onChange(typedNumber(event.currentTarget.value))}
      {...(description ? { description } : {})}
    />
  );
}
