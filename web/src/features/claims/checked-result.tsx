// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../shared/api/transfer.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { toastProblem } from '../../shared/ui/feedback/toasts.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import css from './checker.module.css';
import { ClaimList } from './claim-list.tsx';
import { type CheckedText, type Verdict, verdicts } from './claims.api.ts';
import { MarkedText } from './marked-text.tsx';
import { VerdictFilter } from './verdict-filter.tsx';

type Props = { readonly result: CheckedText; readonly onEdit: () => void; readonly onAnother: () => void };

export function CheckedResult({ result, onEdit, onAnother }: Props) {
  const { t } = useTranslation('claims');
  const format = useFormat();
  const alarms = result.counts.inconsistent + result.counts.question;
  const [shown, setShown] = useState<readonly Verdict[]>(alarms > 0 ? ['inconsistent', 'question'] : verdicts);
  const [current, setCurrent] = useState<number | null>(null);
  const textPane = useRef<HTMLElement>(null);
  const list = useMemo(
    () => result.claims.map((claim, index) => ({ claim, index })).filter(({ claim }) => shown.includes(claim.verdict)),
    [result.claims, shown],
  );
  const at = list.findIndex(({ index }) => index === current);
  const show = (index: number): void => {
    setCurrent(index);
    const verdict = result.claims[index]?.verdict;
    if (verdict && !shown.includes(verdict)) setShown([...shown, verdict]);
    textPane.current?.querySelector(`[data-claim="${index}"]`)?.scrollIntoView({ block: 'center' });
    document.getElementById(`claim-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: number): void => {
    const next = list[at === -1 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) show(next.index);
  };
  const total = result.claims.length;
  const numbers = {
    inconsistent: format.number(result.counts.inconsistent),
    question: format.number(result.counts.question),
    total: format.number(total),
  };
  const answer = total === 0 ? t('summary_none') : alarms === 0 ? t('summary_clean', numbers) : t('summary', numbers);
  return (
    <>
      <PageHead
        title={result.name ?? t('title')}
        answer={answer}
        action={<ResultActions result={result} onEdit={onEdit} onAnother={onAnother} />}
      />
      <div className={css['tools']}>
        <VerdictFilter counts={result.counts} shown={shown} onShown={setShown} />
        <div className={`${css['steps']} no-print`}>
          <Button size="compact-sm" variant="default" disabled={list.length === 0} onClick={() => step(-1)}>
            {t('previous')}
          </Button>
          <span className="digits small" aria-live="polite">
            {t('position', { at: at + 1, of: format.number(list.length) })}
          </span>
          <Button size="compact-sm" variant="default" disabled={list.length === 0} onClick={() => step(1)}>
            {t('next')}
          </Button>
        </div>
      </div>
      <div className={css['panes']}>
        <MarkedText ref={textPane} result={result} shown={shown} current={current} onPick={show} label={t('text_pane')} />
        <ClaimList items={list} current={current} onPick={show} onStep={step} />
      </div>
    </>
  );
}

function ResultActions({ result, onEdit, onAnother }: Props) {
  const { t } = useTranslation('claims');
  const save = useMutation({
    mutationFn: (kind: 'docx' | 'xlsx') =>
      download('POST', `/claims/export.${kind}`, `soat-so-lieu.${kind}`, {
        text: result.text,
        ...(result.name ? { name: result.name } : {}),
      }),
    onError: toastProblem,
  });
  return (
    <>
      <Button variant="default" onClick={onEdit}>
        {t('edit_text')}
      </Button>
      <Button variant="default" onClick={onAnother}>
        {t('another')}
      </Button>
      {result.claims.length > 0 ? (
        <>
          <Button variant="default" loading={save.isPending && save.variables === 'xlsx'} onClick={() => save.mutate('xlsx')}>
            {t('export_xlsx')}
          </Button>
          <Button loading={save.isPending && save.variables === 'docx'} onClick={() => save.mutate('docx')}>
            {t('export_docx')}
          </Button>
        </>
      ) : null}
    </>
  );
}
