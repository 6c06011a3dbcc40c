// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { createSector, sectorsQuery } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';

const further = '+';

/** Chooses a sector, or adds one that is missing. */
export function SectorField({ value, onChange }: { readonly value: string; readonly onChange: (sectorId: string) => void }) {
  const { t } = useTranslation('procedures');
  const sectors = useQuery(sectorsQuery);
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="stack">
      <NativeSelect
        label={t('sector')}
        required
        data={[
          { value: '', label: '' },
          ...(sectors.data ?? []).map((sector) => ({ value: sector.id, label: sector.name })),
          { value: further, label: `${t('form.new_sector')}…` },
        ]}
        value={isAdding ? further : value}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setAdding(chosen === further);
          onChange(chosen === further ? '' : chosen);
        }}
      />
      {isAdding ? (
        <NewSector
          onAdded={(id) => {
            setAdding(false);
            onChange(id);
          }}
        />
      ) : null}
    </div>
  );
}

function NewSector({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { t } = useTranslation('procedures');
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => createSector({ code: code.trim(), name: name.trim() }),
    onSuccess: async (sector) => {
      toastDone(t('form.sector_added', { name: sector.name }));
      await queries.invalidateQueries({ queryKey: sectorsQuery.queryKey });
      onAdded(sector.id);
    },
  });
  return (
    <div className={css['item']}>
      <TextInput label={t('form.sector_code')} maxLength={30} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
      <TextInput label={t('form.sector_name')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <ProblemNotice error={add.error} />
      <div>
        <Button
          size="xs"
          variant="default"
          disabled={code.trim() === '' || name.trim().length < 2}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('form.new_sector')}
        </Button>
      </div>
    </div>
  );
}
