// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/days.ts';
import { SearchField } from '../../shared/ui/form/search-field.tsx';
import { useSearchText } from '../../shared/ui/form/use-search-text.ts';
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
export function UnitPicker({ asOf = today(), ...field }: Props) {
  const { t } = useTranslation();
  const text = useSearchText(field.value?.name);
  const found = useQuery({ ...unitSearchQuery(text.search, asOf), placeholderData: keepPreviousData, enabled: text.isReached });
  return (
    <SearchField
      {...field}
      text={text}
      found={found.data?.rows ?? []}
      status={found.status}
      placeholder={t('unit_picker.placeholder')}
      none={t('unit_picker.none')}
      failed={t('unit_picker.failed')}
    />
  );
}
