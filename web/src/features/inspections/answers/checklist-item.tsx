// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../shared/api/files.ts';
import { type ChecklistEntry, type VisitSheet, verdicts } from '../model/types.ts';
import { AnswerFiles } from './answer-files.tsx';
import css from './answers.module.css';
import { SaveMark } from './save-mark.tsx';
import { useAnswerDraft } from './use-answer-draft.ts';
import { VerdictChoice } from './verdict-choice.tsx';

type Props = { readonly visit: VisitSheet; readonly entry: ChecklistEntry; readonly editable: boolean };

/** One item: what is asked, what to look at, the answer and its note. */
export function ChecklistItem({ visit, entry, editable }: Props) {
  const { t } = useTranslation('inspections');
  const answer = useAnswerDraft(visit.id, entry);
  const { draft } = answer;
  const press = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.altKey || event.metaKey) return;
    const verdict = editable ? verdicts[Number(event.key) - 1] : undefined;
    const beside =
      event.target !== event.currentTarget
        ? null
        : event.key === 'ArrowDown'
          ? event.currentTarget.nextElementSibling
          : event.key === 'ArrowUp'
            ? event.currentTarget.previousElementSibling
            : null;
    if (verdict) answer.change({ ...draft, verdict });
    else if (beside instanceof HTMLElement) beside.focus();
    else return;
    event.preventDefault();
  };
  // The item takes the focus so that one key answers it; the same is done by its buttons.
  const keys = { tabIndex: 0, onKeyDown: press };
  return (
    <li className={css['item']} {...keys} aria-label={entry.code}>
      <p className={css['asked']}>
        <span className="digits soft">{entry.code}</span> {entry.text}
      </p>
      <p className={css['hints']}>
        {entry.evidence ? `${t('checklist.evidence')}: ${entry.evidence}` : null}
        {entry.evidence && entry.source ? ' · ' : null}
        {entry.certainty === 'background' ? t('checklist.background') : `${t('checklist.source')}: ${entry.source}`}
      </p>
      <div className={css['answer']}>
        <VerdictChoice
          name={entry.id}
          label={entry.text}
          value={draft.verdict}
          disabled={!editable}
          onChange={(verdict) => answer.change({ ...draft, verdict })}
        />
        {editable ? <SaveMark answer={answer} savedAt={entry.answer?.updatedAt ?? null} savedBy={entry.answer?.updatedBy ?? null} /> : null}
      </div>
      {editable ? (
        <Textarea
          aria-label={`${t('checklist.note')}: ${entry.code}`}
          placeholder={t('checklist.note')}
          autosize={false}
          rows={draft.note.length > 90 ? 3 : 1}
          value={draft.note}
          onChange={(event) => answer.change({ ...draft, note: event.currentTarget.value })}
        />
      ) : draft.note ? (
        <p>{draft.note}</p>
      ) : null}
      {answer.lost ? <p className={css['lost']}>{answer.lost}</p> : null}
      {entry.answer && entry.answer.files.length > 0 ? (
        <p className="small">
          {t('checklist.files')}:{' '}
          {entry.answer.files.map((file, index) => (
            <span key={file.fileId}>
              {index > 0 ? ', ' : ''}
              <a href={fileAddress(file.fileId)}>{file.name}</a>
            </span>
          ))}
        </p>
      ) : null}
      {editable ? <AnswerFiles unitId={visit.unitId} files={entry.answer?.files ?? []} onFiles={answer.attach} /> : null}
    </li>
  );
}
