// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { procedureSearchQuery } from './desk.api.ts';

type Named = { readonly id: string; readonly name: string };
type Props = {
  readonly value: Named | null;
  readonly onChange: (procedure: Named | null) => void;
  readonly day: string;
  readonly unitId: string | undefined;
};

/**
 * Chooses a procedure in force by words of its name or by its code. Those that the unit handles come first; where none of
 * them has the words, the whole catalogue is looked through.
 */
export function ProcedurePicker({ value, onChange, day, unitId }: Props) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 200);
  const own = useQuery({ ...procedureSearchQuery(search, day, unitId), placeholderData: keepPreviousData });
  const noneOfOwn = unitId !== undefined && own.data?.total === 0;
  const all = useQuery({ ...procedureSearchQuery(search, day, undefined), enabled: noneOfOwn, placeholderData: keepPreviousData });
  const rows = (noneOfOwn ? all.data?.rows : own.data?.rows) ?? [];
  const options = rows.map((row) => ({ value: row.id, label: `${row.code} – ${row.name}` }));
  if (value && !rows.some((row) => row.id === value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      label={t('procedure')}
      description={t('procedure_help')}
      placeholder={t('procedure_placeholder')}
      data={options}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      onSearchChange={setTyped}
      filter={({ options: found }) => found}
      nothingFoundMessage={own.isError || all.isError ? t('procedure_failed') : t('procedure_none')}
      searchable
      required
      maxDropdownHeight={320}
    />
  );
}
