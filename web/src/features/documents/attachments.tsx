// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, type StoredFile } from '../../shared/api/files.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { FileSender } from '../../shared/ui/form/file-sender.tsx';
import { type AttachmentKind, attachFile, type DocumentSheet, documentsKey } from './documents.api.ts';
import css from './documents.module.css';

const kinds: readonly AttachmentKind[] = ['main', 'signed', 'scan', 'annex', 'other'];

export function Attachments({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const can = useCan();
  const queries = useQueryClient();
  const [kind, setKind] = useState<AttachmentKind>('main');
  const attach = async (file: StoredFile): Promise<void> => {
    await attachFile(sheet.id, file.id, kind);
    toastDone(t('attached', { name: file.name }));
    await queries.invalidateQueries({ queryKey: documentsKey });
  };
  return (
    <div className="stack">
      {sheet.attachments.length === 0 ? <p className="soft">{t('no_attachments')}</p> : null}
      <ul className={css['list']}>
        {sheet.attachments.map((file) => (
          <li key={file.id}>
            <a href={fileAddress(file.fileId)}>{file.name}</a>{' '}
            <span className="soft small digits">
              {t(`attachment_kind.${file.kind}`)} · {format.bytes(file.sizeBytes)} · {format.instant(file.createdAt)}
            </span>
            <br />
            <span className={css['hash']}>
              {t('sha')} {file.sha256}
            </span>
          </li>
        ))}
      </ul>
      {can('documents.write') && sheet.state !== 'recalled' ? (
        <div className="stack no-print" style={{ maxWidth: 560 }}>
          <NativeSelect
            label={t('attach_kind')}
            data={kinds.map((one) => ({ value: one, label: t(`attachment_kind.${one}`) }))}
            value={kind}
            onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'other')}
          />
          <FileSender unitId={sheet.unitId} hint={t('attach_hint')} onStored={attach} />
        </div>
      ) : null}
    </div>
  );
}
