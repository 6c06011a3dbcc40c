// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { useOnce } from '../../../shared/ui/form/use-once.ts';
import { answerObjection, cycleKey, objectTo, type Sheet, type SheetItem } from './cycle.api.ts';
import css from './cycle.module.css';

/** What the unit objects to, with its clock, and what the appraiser answers. */
export function ItemObjections({ sheet, item }: { readonly sheet: Sheet; readonly item: SheetItem }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const object = useMutation({
    mutationFn: () => objectTo(sheet.unit.id, { itemCode: item.code, text: text.trim() }),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
  });
  const mayObject = sheet.acts.includes('object') && item.scoredAt.includes('appraised_1');
  if (!mayObject && item.objections.length === 0) return null;
  return (
    <>
      <h3>{t('sheet.objections')}</h3>
      <ul className={css['list']}>
        {item.objections.map((one) => (
          <li key={one.id}>
            {one.text}
            <div className="small soft">{t('sheet.by', { name: one.actorName, at: format.instant(one.at) })}</div>
            {one.answer === null ? (
              <div className="small">{t('sheet.waiting')}</div>
            ) : (
              <div className="small">
                {t(one.accepted ? 'sheet.accepted' : 'sheet.refused')}. {t('sheet.answered', { name: one.answeredBy, text: one.answer })}
              </div>
            )}
            {one.answer === null && sheet.acts.includes('answer_objection') && item.mayAppraise ? <AnswerForm id={one.id} /> : null}
          </li>
        ))}
      </ul>
      {mayObject ? (
        <Form
          verb={t('sheet.object')}
          pending={object.isPending}
          error={object.error}
          disabled={text.trim() === ''}
          onSubmit={() => object.mutate()}
          wide
        >
          <Textarea
            label={t('sheet.object_text')}
            description={sheet.dueOn ? t('sheet.objection_due', { day: format.day(sheet.dueOn) }) : undefined}
            autosize={false}
            rows={3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Form>
      ) : null}
    </>
  );
}

/** Answers an objection, once. */
export function AnswerForm({ id }: { readonly id: string }) {
  const { t } = useTranslation('cycle');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const answer = useMutation({
    mutationFn: (accepted: boolean) => answerObjection(id, { accepted, text: text.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: cycleKey }),
  });
  const once = useOnce(answer.isPending);
  const closed = text.trim() === '';
  return (
    <div className="stack">
      <Textarea
        label={t('sheet.answer_text')}
        autosize={false}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button size="compact-sm" disabled={closed} loading={answer.isPending} onClick={() => once(() => answer.mutate(true))}>
          {t('sheet.answer_accept')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={closed}
          loading={answer.isPending}
          onClick={() => once(() => answer.mutate(false))}
        >
          {t('sheet.answer_refuse')}
        </Button>
      </div>
      <ProblemNotice error={answer.error} />
    </div>
  );
}
