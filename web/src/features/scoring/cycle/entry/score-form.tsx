// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../../shared/api/problem.ts';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { toastDone } from '../../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../../shared/ui/form/form.tsx';
import { BothScores, TriedPoints } from '../../review/tried-points.tsx';
import { appraiseItem, cycleKey, decideItem, type Sheet, type SheetItem, scoreItem } from '../cycle.api.ts';
import { type Draft, draftOf, inputOf } from './input-draft.ts';
import { InputFields } from './input-fields.tsx';
import { keepDraft, keptDraft } from './kept-drafts.ts';

type Stage = 'self' | 'appraised_1' | 'appraised_2' | 'council';
type Props = { readonly sheet: Sheet; readonly item: SheetItem; readonly stage: Stage };

/** A draft that lives through a change to another item, and through a reload of the page. */
function useKeptDraft({ sheet, item, stage }: Props) {
  const key = `${sheet.unit.id} ${item.code} ${stage}`;
  const last = item.scores.findLast((score) => score.stage === stage);
  const saved = (): Draft => ({
    ...draftOf((last ?? item.counting ?? undefined)?.input),
    note: stage === 'self' ? (last?.note ?? '') : '',
  });
  const [kept, setKept] = useState(() => keptDraft(key));
  const [draft, setDraft] = useState<Draft>(() => kept ?? saved());
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(key, next);
  };
  const forget = (): void => {
    keepDraft(key, null);
    setKept(null);
  };
  const discard = (): void => {
    forget();
    setDraft(saved());
  };
  return { last, draft, change, forget, discard, isKept: kept !== null };
}

/** Entry of one score. What was typed stays, also where somebody else was quicker. */
export function ScoreForm(props: Props) {
  const { sheet, item, stage } = props;
  const { t } = useTranslation(['cycle', 'review']);
  const format = useFormat();
  const queries = useQueryClient();
  const { last, draft, change, forget, discard, isKept } = useKeptDraft(props);
  const input = inputOf(item, draft);
  const save = useMutation({
    mutationFn: () => {
      if (!input) throw new TypeError('the form is closed while something is missing');
      const body = { itemCode: item.code, input, note: draft.note.trim() || null, seen: last?.sequence ?? 0 };
      if (stage === 'self') return scoreItem(sheet.unit.id, body);
      return stage === 'council' ? decideItem(sheet.unit.id, body) : appraiseItem(sheet.unit.id, { ...body, stage });
    },
    onSuccess: ({ points }) => {
      forget();
      toastDone(t('entry.saved', { code: item.code, points: format.number(points) }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: cycleKey }),
  });
  const isSelf = stage === 'self';
  const isStale = save.error !== null && asProblem(save.error).code === 'scoring.score_changed';
  const takeTheirs = (): void => {
    discard();
    save.reset();
  };
  return (
    <>
      <h3>{t(isSelf ? 'entry.self_title' : stage === 'council' ? 'entry.decide_title' : 'entry.appraise_title')}</h3>
      <Form verb={t('entry.save')} pending={save.isPending} error={save.error} disabled={!input} onSubmit={() => save.mutate()} wide>
        {isKept ? (
          <p className="small row" role="status">
            {t('review:entry.kept')}
            <Button size="compact-xs" variant="default" onClick={discard}>
              {t('review:entry.discard')}
            </Button>
          </p>
        ) : null}
        <DraftFields {...props} draft={draft} onDraft={change} />
        <TriedPoints sheetId={sheet.unit.id} itemCode={item.code} input={input} />
        {isStale && last ? (
          <BothScores sheetId={sheet.unit.id} itemCode={item.code} input={input} theirs={last} onTake={takeTheirs} />
        ) : null}
      </Form>
    </>
  );
}

type FieldsProps = Props & { readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

function DraftFields({ item, stage, draft, onDraft }: FieldsProps) {
  const { t } = useTranslation('cycle');
  const isSelf = stage === 'self';
  const mode =
    (mode: Draft['mode']) =>
    (event: { readonly currentTarget: { readonly checked: boolean } }): void =>
      onDraft({ ...draft, mode: event.currentTarget.checked ? mode : 'rule' });
  return (
    <>
      {item.mayBeNotApplicable ? (
        <Checkbox label={t('entry.not_applicable')} checked={draft.mode === 'not_applicable'} onChange={mode('not_applicable')} />
      ) : null}
      {isSelf ? null : <Checkbox label={t('entry.decided')} checked={draft.mode === 'decided'} onChange={mode('decided')} />}
      <InputFields item={item} draft={draft} onChange={(values) => onDraft({ ...draft, values })} />
      <Textarea
        label={t(isSelf ? 'entry.note' : 'entry.reason')}
        autosize={false}
        rows={2}
        value={draft.note}
        onChange={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
      />
    </>
  );
}
