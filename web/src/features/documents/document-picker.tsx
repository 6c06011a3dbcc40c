// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { documentsQuery } from './documents.api.ts';

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Shown while the document is not among those that were found. */
  readonly valueLabel?: string | undefined;
  readonly typeCode?: string;
  readonly clearable?: boolean;
};

/** Chooses an issued document by its number, subject or issuer. */
export function DocumentPicker({ label, value, onChange, valueLabel, typeCode, clearable = false }: Props) {
  const { t } = useTranslation('documents');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.split(' (')[0] ?? '', 200);
  const found = useQuery({
    ...documentsQuery({ search, limit: 20, state: 'issued', ...(typeCode ? { typeCode } : {}) }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.code ?? t('no_code')}${row.issuedOn ? ` (${formatDay(row.issuedOn)})` : ''} · ${row.subject}`,
  }));
  if (value && valueLabel && !options.some((option) => option.value === value)) options.unshift({ value, label: valueLabel });
  return (
    <Select
      label={label}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable={clearable}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('empty')}
      maxDropdownHeight={300}
    />
  );
}
