// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/days.ts';
import type { UnitPickerProps } from './unit-picker.tsx';
import { unitSearchQuery } from './units.api.ts';

type Props = UnitPickerProps & {
  /** What was typed before the list was there. */
  readonly typedBefore: string;
  /** The cursor stood in the field that this one takes the place of. */
  readonly takesFocus: boolean;
};

/** The list of the unit picker, loaded when a unit is to be chosen. */
export function UnitChooser({ value, onChange, asOf = today(), clearable = false, typedBefore, takesFocus, ...field }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(typedBefore);
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 200);
  const found = useQuery({ ...unitSearchQuery(search, asOf), placeholderData: keepPreviousData });
  const rows = found.data?.rows ?? [];
  const options = rows.map((unit) => ({ value: unit.id, label: unit.name }));
  if (value && !rows.some((unit) => unit.id === value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      {...field}
      data={options}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      searchable
      searchValue={typed}
      clearable={clearable}
      autoFocus={takesFocus}
      defaultDropdownOpened={takesFocus}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isError ? t('unit_picker.failed') : t('unit_picker.none')}
      placeholder={t('unit_picker.placeholder')}
      maxDropdownHeight={280}
      {...(clearable ? { clearButtonProps: { 'aria-label': t('unit_picker.clear') } } : {})}
    />
  );
}
