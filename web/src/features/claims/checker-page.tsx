// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { Skeleton } from '../../shared/ui/feedback/states.tsx';
import { FileDrop } from '../../shared/ui/form/file-drop.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { CheckedResult } from './checked-result.tsx';
import css from './checker.module.css';
import { checkFile, checkText } from './claims.api.ts';

const fileMaxBytes = 25 * 1_048_576;
/** Longer pastes are put in by the program: the browser's own way takes minutes for a text of a megabyte. */
const longPaste = 50_000;
const longestText = 3_000_000;

function pasteLong(event: ClipboardEvent<HTMLTextAreaElement>, put: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text/plain');
  if (pasted.length < longPaste) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  put(`${value.slice(0, selectionStart)}${pasted}${value.slice(selectionEnd)}`);
}

/** Which numbers of a text cannot be right? */
export function CheckerPage() {
  const { t } = useTranslation('claims');
  const format = useFormat();
  const [text, setText] = useState('');
  const [tooLong, setTooLong] = useState<number | null>(null);
  const put = (next: string): void => {
    const fits = next.length <= longestText;
    setTooLong(fits ? null : next.length);
    if (fits) setText(next);
  };
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const check = useMutation({
    mutationFn: (source: string | File) =>
      typeof source === 'string' ? checkText(source) : checkFile(source, (part) => setProgress({ name: source.name, part })),
    onSettled: () => setProgress(null),
  });
  if (check.data) {
    const edit = (): void => {
      setText(check.data.text);
      check.reset();
    };
    const another = (): void => {
      setText('');
      check.reset();
    };
    return <CheckedResult result={check.data} onEdit={edit} onAnother={another} />;
  }
  return (
    <>
      <PageHead title={t('title')} answer={t('lead')} />
      <div className={css['entry']}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) check.mutate(text);
          }}
        >
          <Textarea
            label={t('text_label')}
            placeholder={t('text_placeholder')}
            rows={14}
            maxLength={longestText}
            error={tooLong === null ? null : t('too_long', { length: format.number(tooLong), limit: format.number(longestText) })}
            value={text}
            onPaste={(event) => pasteLong(event, put)}
            onChange={(event) => put(event.currentTarget.value)}
            disabled={check.isPending}
          />
          <div>
            <Button
              type="submit"
              disabled={text.trim() === '' || check.isPending}
              loading={check.isPending && typeof check.variables === 'string'}
            >
              {t('check')}
            </Button>
          </div>
        </form>
        <FileDrop
          accept=".docx,.pdf,.txt,.html,.htm"
          maxBytes={fileMaxBytes}
          hint={t('file_hint')}
          onFile={(file) => check.mutate(file)}
          progress={progress}
          disabled={check.isPending}
        />
        {check.isPending ? (
          <Skeleton lines={3} label={t('checking', { name: typeof check.variables === 'string' ? t('the_text') : check.variables.name })} />
        ) : null}
        <ProblemNotice error={check.error} />
      </div>
    </>
  );
}
