// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatInstant, today } from '../../../shared/format/days.ts';
import { useSession } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { UnitPicker } from '../../units/index.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { keeperOf } from '../model/keeper.ts';
import { importsQuery, proceduresKey, uploadCatalogue } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { ImportReviewView } from './import-review.tsx';

const mostBytes = 10 * 1_048_576;

/** What would a file change in the catalogue? Nothing is saved before that has been seen. */
export function ImportPage() {
  return (
    <OnlyWith permission="procedures.manage">
      <Import />
    </OnlyWith>
  );
}

function Import() {
  const { t } = useTranslation('procedures');
  const [address, setAddress] = useSearchParams();
  const draft = address.get('draft');
  const open = (id: string | null): void => setAddress(id ? { draft: id } : {});
  return (
    <>
      <PageHead
        title={t('imports.title')}
        answer={t('imports.answer')}
        back={{ to: '/procedures', label: t('back') }}
        action={
          draft ? (
            <Button variant="default" onClick={() => open(null)}>
              {t('imports.another')}
            </Button>
          ) : (
            <ExportMenu filter={{ asOf: today() }} />
          )
        }
      />
      {draft ? (
        <ImportReviewView key={draft} id={draft} />
      ) : (
        <>
          <Upload onSent={open} />
          <Waiting onOpen={open} />
        </>
      )}
    </>
  );
}

function Upload({ onSent }: { readonly onSent: (id: string) => void }) {
  const { t } = useTranslation('procedures');
  const queries = useQueryClient();
  const session = useSession();
  const [unit, setUnit] = useState(() => keeperOf(session));
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => uploadCatalogue(unit?.id ?? '', file, today(), (part) => setProgress({ name: file.name, part })),
    onSuccess: async (review) => {
      await queries.invalidateQueries({ queryKey: [...proceduresKey, 'imports'] });
      onSent(review.draft.id);
    },
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack" style={{ maxWidth: 760 }}>
      <UnitPicker label={t('imports.keeper')} required value={unit} onChange={setUnit} />
      <FileDrop
        accept=".xlsx,.csv"
        maxBytes={mostBytes}
        hint={t('imports.hint')}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending || !unit}
      />
      <ProblemNotice error={send.error} />
      <p className="soft">{t('imports.template')}</p>
    </div>
  );
}

/** Files that were sent and neither saved nor discarded. */
function Waiting({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('procedures');
  const drafts = useQuery(importsQuery);
  if (!drafts.data || drafts.data.length === 0) return null;
  return (
    <Section title={t('imports.waiting')}>
      <ul className={css['list']}>
        {drafts.data.map((draft) => (
          <li key={draft.id} className="row">
            <span>
              <span className="strong">{draft.fileName}</span> · {draft.unitName} ·{' '}
              <span className="soft">{t('imports.sent_by', { name: draft.createdByName, at: formatInstant(draft.createdAt) })}</span>
            </span>
            <Button size="xs" variant="default" aria-label={`${t('imports.open')}: ${draft.fileName}`} onClick={() => onOpen(draft.id)}>
              {t('imports.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
