// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../shared/api/files.ts';
import { FileSender } from '../../../shared/ui/form/file-sender.tsx';
import { DocumentPicker } from '../../documents/index.ts';
import css from '../inspections.module.css';
import type { FigureDraft } from './figure-draft.ts';

type Props = {
  readonly unitId: string;
  readonly draft: FigureDraft;
  /** A file arrives a while after it was chosen, so each change is made to the draft as it is by then. */
  readonly onDraft: (change: (draft: FigureDraft) => FigureDraft) => void;
};

/** What supports a figure: a document that has its number here, a file, or both. */
export function EvidenceFields({ unitId, draft, onDraft }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const { file, document } = draft;
  return (
    <fieldset className={css['box']}>
      <legend>{t('figures.evidence_title')}</legend>
      <DocumentPicker
        label={t('figures.evidence_document')}
        value={document?.id ?? null}
        valueLabel={document?.name}
        clearable
        onChange={(id, name) => onDraft((now) => ({ ...now, document: id ? { id, name } : null }))}
      />
      {file ? (
        <p className="row">
          <a href={fileAddress(file.id)}>{file.name}</a>
          <Button size="compact-xs" variant="default" onClick={() => onDraft((now) => ({ ...now, file: null }))}>
            {t('common:action.remove')}
          </Button>
        </p>
      ) : (
        <FileSender
          unitId={unitId}
          hint={t('figures.evidence_file')}
          onStored={(stored) => onDraft((now) => ({ ...now, file: { id: stored.id, name: stored.name } }))}
        />
      )}
    </fieldset>
  );
}
