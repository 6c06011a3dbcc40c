// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DocumentPicker } from '../../documents/index.ts';
import { cycleKey, moveRound, type Phase, type RoundSheet } from './cycle.api.ts';

/** The phases that the organiser may take the round to. */
export function RoundMoves({ sheet }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('cycle');
  const queries = useQueryClient();
  const { round, moves } = sheet;
  const [asked, setAsked] = useState<Phase | null>(null);
  const [decision, setDecision] = useState<string | null>(round.decisionDocumentId);
  const chosen = moves.find((one) => one.to === asked);
  const move = useMutation({
    mutationFn: ({ to, reason }: { to: Phase; reason: string | null }) =>
      moveRound(round.id, { to, version: round.version, reason, decisionDocumentId: to === 'published' ? decision : null }),
    // What a move asks for may have changed since the page was read, such as a reason that is owed.
    onError: () => queries.invalidateQueries({ queryKey: cycleKey }),
    onSuccess: async ({ apartFromFigures }, { to }) => {
      setAsked(null);
      const phase = t(`phase.${to}`);
      toastDone(apartFromFigures > 0 ? t('move.done_apart', { phase, count: apartFromFigures }) : t('move.done', { phase }));
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
  });
  const labelOf = ({ to, isBack }: (typeof moves)[number]): string => {
    if (round.phase === 'published') return t('move.reopen');
    if (to === 'published') return t('move.publish');
    return t(isBack ? 'move.back' : 'move.to', { phase: t(`phase.${to}`) });
  };
  const titleOf = (one: (typeof moves)[number]): string =>
    round.phase === 'published' || one.to === 'published' ? labelOf(one) : t('move.title', { phase: t(`phase.${one.to}`) });
  const textOf = ({ to }: (typeof moves)[number]): string => {
    if (round.phase === 'published') return t('move.text_reopen', { phase: t(`phase.${to}`) });
    return to === 'published' ? t('move.text_publish') : t('move.text');
  };
  return (
    <>
      {moves.map((one) => (
        <Button
          key={one.to}
          variant={one.isBack ? 'default' : 'filled'}
          onClick={() => {
            move.reset();
            setAsked(one.to);
          }}
        >
          {labelOf(one)}
        </Button>
      ))}
      {chosen ? (
        <Confirm
          opened
          title={titleOf(chosen)}
          verb={labelOf(chosen)}
          reasonLabel={chosen.asksReason ? t(chosen.to === 'published' ? 'move.reason_published' : 'move.reason') : undefined}
          pending={move.isPending}
          error={move.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => move.mutate({ to: chosen.to, reason: chosen.asksReason ? reason : null })}
        >
          {chosen.obstacle && !move.error ? <p className="strong">{chosen.obstacle}</p> : null}
          <p>{textOf(chosen)}</p>
          {chosen.to === 'published' ? <DocumentPicker label={t('move.decision')} value={decision} onChange={setDecision} /> : null}
        </Confirm>
      ) : null}
    </>
  );
}
