// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fileMaxBytes, type StoredFile, sendFile } from '../../api/files.ts';
import { ProblemNotice } from '../feedback/problem-notice.tsx';
import { FileDrop } from './file-drop.tsx';

type Props = {
  /** Unit to which the file will belong. */
  readonly unitId: string;
  readonly hint: string;
  readonly accept?: string;
  /** What is done with the stored file, such as attaching it. */
  readonly onStored: (file: StoredFile) => unknown;
};

const usual = '.pdf,.docx,.xlsx,.odt,.ods,.txt,.csv,.png,.jpg,.jpeg';

/** Takes a file, sends it with its progress and hands on the stored one. */
export function FileSender({ unitId, hint, accept = usual, onStored }: Props) {
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: async (file: File) => onStored(await sendFile(unitId, file, (part) => setProgress({ name: file.name, part }))),
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack">
      <FileDrop
        accept={accept}
        maxBytes={fileMaxBytes}
        hint={hint}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending}
      />
      <ProblemNotice error={send.error} />
    </div>
  );
}
