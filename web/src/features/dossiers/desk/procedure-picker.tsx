// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Named, SearchField } from '../../../shared/ui/form/search-field.tsx';
import { useSearchText } from '../../../shared/ui/form/use-search-text.ts';
import { procedureSearchQuery } from './desk.api.ts';

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
  const text = useSearchText(value?.name);
  const { search, isReached } = text;
  const own = useQuery({ ...procedureSearchQuery(search, day, unitId), placeholderData: keepPreviousData, enabled: isReached });
  const noneOfOwn = unitId !== undefined && own.data?.total === 0;
  const all = useQuery({ ...procedureSearchQuery(search, day, undefined), enabled: noneOfOwn, placeholderData: keepPreviousData });
  const found = noneOfOwn ? all : own;
  return (
    <SearchField
      label={t('procedure')}
      description={t('procedure_help')}
      placeholder={t('procedure_placeholder')}
      required
      value={value}
      onChange={onChange}
      text={text}
      found={(found.data?.rows ?? []).map((row) => ({ id: row.id, name: `${row.code} – ${row.name}` }))}
      status={found.status}
      none={t('procedure_none')}
      failed={t('procedure_failed')}
    />
  );
}
