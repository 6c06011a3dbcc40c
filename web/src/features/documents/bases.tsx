// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../shared/session/session.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { DocumentLink } from './document-link.tsx';
import { DocumentPicker } from './document-picker.tsx';
import { addBasis, type DocumentSheet, documentsKey } from './documents.api.ts';
import css from './documents.module.css';

export function Bases({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const can = useCan();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: (basedOnId: string) => addBasis(sheet.id, basedOnId),
    onSuccess: async () => {
      setChosen(null);
      toastDone(t('basis_added'));
      await queries.invalidateQueries({ queryKey: documentsKey });
    },
  });
  return (
    <div className="stack">
      {sheet.bases.length === 0 ? <p className="soft">{t('no_bases')}</p> : null}
      <ul className={css['list']}>
        {sheet.bases.map((basis) => (
          <li key={basis.id}>
            <DocumentLink of={basis} reachable={basis.reachable} />
            {basis.note ? <span className="soft"> · {basis.note}</span> : null}
          </li>
        ))}
      </ul>
      {can('documents.write') && sheet.state !== 'recalled' ? (
        <div className="stack no-print" style={{ maxWidth: 560 }}>
          <DocumentPicker label={t('choose_basis')} value={chosen} onChange={setChosen} clearable />
          <ProblemNotice error={add.error} />
          <div>
            <Button variant="default" size="xs" disabled={!chosen} loading={add.isPending} onClick={() => chosen && add.mutate(chosen)}>
              {t('add_basis')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
