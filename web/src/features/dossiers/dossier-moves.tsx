// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../shared/session/session.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { useOnce } from '../../shared/ui/form/use-once.ts';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import { type DossierMove, type DossierSheet, dossiersKey, moveDossier } from './dossiers.api.ts';
import css from './dossiers.module.css';

type Paper = DossierSheet['papers'][number];
/** What a step says besides that it was taken. */
type Said = { readonly reason?: string; readonly newDueOn?: string; readonly brought?: readonly Paper[] };

/** Steps with which papers come in. */
const taking: readonly DossierMove[] = ['accept', 'supplement'];
const handedIn = ({ paperCode, originals, copies }: Paper) => ({
  code: paperCode,
  originals: Math.max(originals, 1),
  copies,
  handed: true,
});

/** What may be done with the dossier now; a step that needs a reason, a day or papers asks for them first. */
export function DossierMoves({ sheet }: { readonly sheet: DossierSheet }) {
  const { t } = useTranslation('dossiers');
  const can = useCan();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<DossierMove | null>(null);
  const moving = useMutation({
    mutationFn: ({ move, reason, newDueOn, brought = [] }: Said & { readonly move: DossierMove }) =>
      moveDossier(sheet.dossier.code, {
        move,
        version: sheet.dossier.version,
        ...(reason ? { reason } : {}),
        ...(newDueOn ? { newDueOn } : {}),
        ...(brought.length > 0 ? { papers: brought.map(handedIn) } : {}),
      }),
    onSuccess: async (_, { move }) => {
      await queries.invalidateQueries({ queryKey: dossiersKey });
      toastDone(t('done', { move: t(`move.${move}`) }));
      setAsking((now) => (now === move ? null : now));
    },
  });
  const once = useOnce(moving.isPending);
  if (!can('dossiers.handle') || sheet.moves.length === 0) return null;
  const missing = sheet.papers.filter((paper) => paper.required && !paper.handed);
  const needsReason = (move: DossierMove): boolean => sheet.moves.find((one) => one.move === move)?.needsReason === true;
  const asks = (move: DossierMove): boolean => needsReason(move) || (taking.includes(move) && missing.length > 0);
  return (
    <Section title={t('moves')}>
      {asking ? (
        <MoveForm
          key={asking}
          move={asking}
          missing={missing}
          needsReason={needsReason(asking)}
          pending={moving.isPending}
          error={moving.error}
          onSubmit={(said) => moving.mutate({ ...said, move: asking })}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <>
          <div className={`${css['moves']} no-print`}>
            {forwardFirst(sheet.moves).map(({ move }, index) => (
              <Button
                key={move}
                variant={index === 0 ? 'filled' : 'default'}
                loading={moving.isPending && moving.variables.move === move}
                disabled={moving.isPending}
                onClick={() => once(() => (asks(move) ? setAsking(move) : moving.mutate({ move })))}
              >
                {t(`move.${move}`)}
              </Button>
            ))}
          </div>
          <ProblemNotice error={moving.error} />
        </>
      )}
    </Section>
  );
}

/** Steps that take the dossier on come before those that hold it up or end it, which owe a reason. */
function forwardFirst(moves: DossierSheet['moves']): DossierSheet['moves'] {
  return [...moves].sort((a, b) => Number(a.needsReason) - Number(b.needsReason));
}

type FormProps = {
  readonly move: DossierMove;
  /** Required papers that are not there; a request for papers names them once and completely. */
  readonly missing: readonly Paper[];
  readonly needsReason: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (said: Said) => void;
  readonly onCancel: () => void;
};

function MoveForm({ move, missing, needsReason, pending, error, onSubmit, onCancel }: FormProps) {
  const { t } = useTranslation('dossiers');
  const isRequest = move === 'request_supplement' && missing.length > 0;
  const [reason, setReason] = useState(isRequest ? t('missing_reason', { papers: missing.map(({ name }) => name).join('; ') }) : '');
  const [newDueOn, setNewDueOn] = useState('');
  const [brought, setBrought] = useState<readonly Paper[]>([]);
  const isWhole = (!needsReason || reason.trim() !== '') && (move !== 'extend' || newDueOn !== '');
  return (
    <Form
      verb={t(`move.${move}`)}
      pending={pending}
      error={error}
      disabled={!isWhole}
      asksMore
      onSubmit={() => onSubmit({ reason: reason.trim(), newDueOn, brought })}
      secondary={
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      }
    >
      <p className="strong">{t(`move.${move}`)}</p>
      {taking.includes(move) && missing.length > 0 ? <BroughtPapers missing={missing} brought={brought} onBrought={setBrought} /> : null}
      {needsReason ? (
        <Textarea
          label={t('reason')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {move === 'extend' ? <DayInput label={t('new_due')} required value={newDueOn} onChange={setNewDueOn} /> : null}
    </Form>
  );
}

type BroughtProps = {
  readonly missing: readonly Paper[];
  readonly brought: readonly Paper[];
  readonly onBrought: (papers: readonly Paper[]) => void;
};

/** Papers that were missing until now, ticked as they are handed over; those that are not stay named as missing. */
function BroughtPapers({ missing, brought, onBrought }: BroughtProps) {
  const { t } = useTranslation('dossiers');
  return (
    <fieldset className="stack">
      <legend className="strong">{t('brought')}</legend>
      {missing.map((paper) => (
        <Checkbox
          key={paper.position}
          label={paper.name}
          checked={brought.includes(paper)}
          onChange={(event) => {
            const others = brought.filter((one) => one !== paper);
            onBrought(event.currentTarget.checked ? [...others, paper] : others);
          }}
        />
      ))}
    </fieldset>
  );
}
