// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { useSession } from '../../../shared/session/session.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { UnitPicker } from '../../units/index.ts';
import { importMaxBytes, importsKey, mappingsQuery, sendImport } from './imports.api.ts';
import css from './imports.module.css';

type Unit = { readonly id: string; readonly name: string };

/** Sends a file of dossiers for a unit and goes to where it is read. */
export function UploadPanel() {
  const { t } = useTranslation('imports');
  const session = useSession();
  const { day } = useAsOf();
  const position = session.positions.find(({ id }) => id === session.chosenPositionId) ?? session.positions[0];
  const [unit, setUnit] = useState<Unit | null>(position ? { id: position.unitId, name: position.unitName } : null);
  const [mapping, setMapping] = useState('');
  const mappings = useQuery(mappingsQuery);
  const names = [...new Set((mappings.data?.rows ?? []).map(({ name }) => name))];
  return (
    <div className={css['upload']}>
      <div className={css['choices']}>
        <UnitPicker label={t('unit')} description={t('unit_help')} value={unit} onChange={setUnit} asOf={day} required />
        {names.length > 0 ? (
          <NativeSelect
            label={t('mapping')}
            description={t('mapping_help')}
            value={mapping}
            data={[{ value: '', label: t('mapping_by_headers') }, ...names.map((name) => ({ value: name, label: name }))]}
            onChange={(event) => setMapping(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <FileSend unitId={unit?.id ?? null} mapping={mapping} />
    </div>
  );
}

/** The place to drop the file; sent at once, with the share that is on its way. */
export function FileSend({ unitId, mapping = '' }: { readonly unitId: string | null; readonly mapping?: string }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: ({ to, file }: { to: string; file: File }) =>
      sendImport(to, mapping, file, (part) => setProgress({ name: file.name, part })),
    onSettled: () => setProgress(null),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: [...importsKey, 'list'] });
      await navigate(`/dossiers/imports/${id}`);
    },
  });
  return (
    <div className="stack">
      <FileDrop
        accept=".csv,.txt,.xlsx,.json,.ndjson"
        maxBytes={importMaxBytes}
        hint={t(unitId ? 'file_hint' : 'file_hint_unit')}
        onFile={(file) => unitId && send.mutate({ to: unitId, file })}
        progress={progress}
        disabled={send.isPending || !unitId}
      />
      <ProblemNotice error={send.error} />
    </div>
  );
}
