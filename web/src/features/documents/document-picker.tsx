// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { type Named, SearchField } from '../../shared/ui/form/search-field.tsx';
import { useSearchText } from '../../shared/ui/form/use-search-text.ts';
import { documentsQuery } from './documents.api.ts';

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null, name: string) => void;
  /** Shown while the document is not among those that were found. */
  readonly valueLabel?: string | undefined;
  readonly typeCode?: string;
  readonly clearable?: boolean;
};

/** Chooses an issued document by its number, subject or issuer. */
export function DocumentPicker({ label, value, onChange, valueLabel, typeCode, clearable = false }: Props) {
  const { t } = useTranslation('documents');
  const [chosen, setChosen] = useState<Named | null>(null);
  const name = (chosen?.id === value ? chosen?.name : valueLabel) ?? '';
  const text = useSearchText(name);
  const found = useQuery({
    ...documentsQuery({ search: text.search, limit: 20, state: 'issued', ...(typeCode ? { typeCode } : {}) }),
    placeholderData: keepPreviousData,
    enabled: text.isReached,
  });
  return (
    <SearchField
      label={label}
      value={value ? { id: value, name } : null}
      onChange={(next) => {
        setChosen(next);
        onChange(next?.id ?? null, next?.name ?? '');
      }}
      text={text}
      found={(found.data?.rows ?? []).map((row) => ({
        id: row.id,
        name: `${row.code ?? t('no_code')}${row.issuedOn ? ` (${formatDay(row.issuedOn)})` : ''} · ${row.subject}`,
      }))}
      status={found.status}
      none={t('empty')}
      failed={t('picker_failed')}
      clearable={clearable}
    />
  );
}
