// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '../../../shared/api/files.ts';
import { toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { IconPaperclip } from '../../../shared/ui/icons.ts';
import type { ItemAnswer } from '../model/types.ts';
import css from './answers.module.css';

type Props = {
  readonly unitId: string;
  readonly files: ItemAnswer['files'];
  readonly onFiles: (fileIds: readonly string[]) => Promise<unknown>;
};

/** Attaches evidence to an answer; the file belongs to the inspected unit. */
export function AnswerFiles({ unitId, files, onFiles }: Props) {
  const { t } = useTranslation('inspections');
  const inputId = useId();
  const send = useMutation({
    mutationFn: async (file: File) => {
      const stored = await sendFile(unitId, file, () => undefined);
      return onFiles([...files.map((one) => one.fileId), stored.id]);
    },
    onError: toastProblem,
  });
  return (
    <p className={`${css['attach']} no-print`}>
      <input
        id={inputId}
        type="file"
        className={css['file']}
        disabled={send.isPending}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) send.mutate(file);
          event.currentTarget.value = '';
        }}
      />
      <label htmlFor={inputId}>
        <IconPaperclip size={14} stroke={1.6} aria-hidden="true" /> {send.isPending ? t('checklist.saving') : t('checklist.attach')}
      </label>
    </p>
  );
}
