// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/days.ts';
import { unitSearchQuery } from './units.api.ts';

type Props = {
  readonly label: ReactNode;
  /** Identifier and name of the unit that is chosen. */
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly onChange: (unit: { id: string; name: string } | null) => void;
  readonly asOf?: string;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
};

/** Chooses a unit of a day by words of its name, with or without diacritics. */
export function UnitPicker({ label, value, onChange, asOf = today(), required = false, clearable = false, error, description }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 200);
  const found = useQuery({ ...unitSearchQuery(search, asOf), placeholderData: keepPreviousData });
  const rows = found.data?.rows ?? [];
  const options = rows.map((unit) => ({ value: unit.id, label: unit.name }));
  if (value && !rows.some((unit) => unit.id === value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      label={label}
      description={description}
      error={error}
      data={options}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      searchable
      clearable={clearable}
      required={required}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isError ? t('unit_picker.failed') : t('unit_picker.none')}
      placeholder={t('unit_picker.placeholder')}
      maxDropdownHeight={280}
      {...(clearable ? { clearButtonProps: { 'aria-label': t('unit_picker.clear') } } : {})}
    />
  );
}
