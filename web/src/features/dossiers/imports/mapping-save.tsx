// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { type Columns, importsKey, type Mapping, saveMapping } from './imports.api.ts';
import css from './imports.module.css';

type Props = { readonly unitId: string; readonly columns: Columns; readonly known: readonly Mapping[] };

/** Keeps the mapping under a name, for the next file of the same system. */
export function MappingSave({ unitId, columns, known }: Props) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const same = known.find((row) => row.unitId === unitId && row.name === trimmed);
  const save = useMutation({
    mutationFn: () => saveMapping(unitId, trimmed, columns, same),
    onSuccess: async () => {
      toastDone(t('columns.saved', { name: trimmed }));
      setName('');
      await queries.invalidateQueries({ queryKey: [...importsKey, 'mappings'] });
    },
  });
  return (
    <form
      className={css['save']}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed && !save.isPending) save.mutate();
      }}
    >
      <TextInput
        aria-label={t('columns.name')}
        placeholder={t('columns.name')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending} disabled={!trimmed}>
        {t(same ? 'columns.replace' : 'columns.save')}
      </Button>
      <ProblemNotice error={save.error} />
    </form>
  );
}
