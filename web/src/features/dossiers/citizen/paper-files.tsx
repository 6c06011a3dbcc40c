// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { fileMaxBytes, mostFiles, type OnlinePaper } from './citizen.api.ts';
import css from './citizen.module.css';
import { type SubmissionDraft, type Unfit, withFiles, withoutFile } from './submission-draft.ts';

type Props = {
  readonly papers: readonly OnlinePaper[];
  readonly draft: SubmissionDraft;
  readonly onDraft: (draft: SubmissionDraft) => void;
};

/** Every paper with its files, or the promise to bring it on paper. */
export function PaperFiles({ papers, draft, onDraft }: Props) {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  if (papers.length === 0) return <p>{t('papers_none')}</p>;
  return (
    <>
      <p className="soft small">{t('papers_help', { most: mostFiles, size: format.bytes(fileMaxBytes) })}</p>
      <ul className={css['papers']}>
        {papers.map((paper) => (
          <PaperRow key={paper.code} paper={paper} draft={draft} onDraft={onDraft} />
        ))}
      </ul>
    </>
  );
}

function PaperRow({ paper, draft, onDraft }: Omit<Props, 'papers'> & { readonly paper: OnlinePaper }) {
  const { t } = useTranslation('citizen');
  const [unfit, setUnfit] = useState<readonly Unfit[]>([]);
  const { code, condition } = paper;
  const files = draft.files[code] ?? [];
  const asked = [
    condition === null ? t('required') : t('only_when', { condition }),
    ...(paper.originals > 0 ? [t('originals', { count: paper.originals })] : []),
    ...(paper.copies > 0 ? [t('copies', { count: paper.copies })] : []),
  ];
  const add = (chosen: readonly File[]): void => {
    const result = withFiles(draft, code, chosen);
    setUnfit(result.unfit);
    onDraft(result.draft);
  };
  const later = draft.later.filter((one) => one !== code);
  return (
    <li>
      <div>
        <p className={css['name']}>{paper.name}</p>
        <p className="soft small">{asked.join(' · ')}</p>
      </div>
      {files.length > 0 ? <ChosenFiles files={files} onRemove={(file) => onDraft(withoutFile(draft, code, file))} /> : null}
      <Refusals of={unfit} />
      <div className={css['acts']}>
        <label className={css['choose']}>
          <span aria-hidden="true">{t('choose_files')}</span>
          <input
            type="file"
            multiple
            accept=".pdf,.docx,.xlsx,.odt,.ods,.txt,.png,.jpg,.jpeg"
            aria-label={t('choose_files_of', { paper: paper.name })}
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {files.length === 0 ? (
          <label className={css['later']}>
            <input
              type="checkbox"
              checked={draft.later.includes(code)}
              onChange={(event) => onDraft({ ...draft, later: event.currentTarget.checked ? [...later, code] : later })}
            />
            {t('later')}
          </label>
        ) : null}
      </div>
    </li>
  );
}

function ChosenFiles({ files, onRemove }: { readonly files: readonly File[]; readonly onRemove: (file: File) => void }) {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  return (
    <ul className={css['files']}>
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`}>
          <span>
            {file.name} <span className="soft small nowrap">{format.bytes(file.size)}</span>
          </span>
          <Button size="compact-sm" variant="subtle" aria-label={t('remove_of', { name: file.name })} onClick={() => onRemove(file)}>
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Refusals({ of: unfit }: { readonly of: readonly Unfit[] }) {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  if (unfit.length === 0) return null;
  const told = unfit.map(({ file, why }) =>
    t(why, { name: file.name, size: format.bytes(file.size), limit: format.bytes(fileMaxBytes), most: mostFiles }),
  );
  return (
    <p role="alert" className={css['alert']}>
      {[...new Set(told)].join(' ')}
    </p>
  );
}
