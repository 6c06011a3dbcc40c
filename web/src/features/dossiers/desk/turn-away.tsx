// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { dossiersKey, type Paper, type TurnedAway, turnAway } from './desk.api.ts';

type Outcome = TurnedAway['outcome'];
type Props = {
  /** What was filled in of the dossier; null while who and what is missing. */
  readonly dossier: Omit<TurnedAway, 'outcome' | 'reason'> | null;
  /** The id of the dossier that the form enters. */
  readonly requestId: string;
  /** Required papers that are not there; they are named once and completely. */
  readonly missing: readonly Paper[];
  readonly onTurnedAway: (answer: { readonly code: string }, outcome: Outcome) => void;
};

/** A dossier that is not received: its papers are asked for, or it is refused, with a form that says why. */
export function TurnAway({ dossier, requestId, missing, onTurnedAway }: Props) {
  const { t } = useTranslation('desk');
  const [asking, setAsking] = useState<Outcome | null>(null);
  const outcomes: readonly Outcome[] = missing.length > 0 ? ['supplement_requested', 'rejected'] : ['rejected'];
  return (
    <>
      {outcomes.map((outcome) => (
        <Button key={outcome} variant="default" disabled={dossier === null} onClick={() => setAsking(outcome)}>
          {t(`turn_away.${outcome}`)}
        </Button>
      ))}
      {asking && dossier ? (
        <TurnAwayDialog
          dossier={dossier}
          requestId={requestId}
          outcome={asking}
          missing={missing}
          onClose={() => setAsking(null)}
          onDone={(answer) => onTurnedAway(answer, asking)}
        />
      ) : null}
    </>
  );
}

type DialogProps = {
  readonly dossier: Omit<TurnedAway, 'outcome' | 'reason'>;
  readonly requestId: string;
  readonly outcome: Outcome;
  readonly missing: readonly Paper[];
  readonly onClose: () => void;
  readonly onDone: (answer: { readonly code: string }) => void;
};

function TurnAwayDialog({ dossier, requestId, outcome, missing, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const names = missing.map(({ name }) => name).join('; ');
  const lack = outcome === 'supplement_requested' ? t('turn_away.lack', { papers: names }) : '';
  const record = useMutation({
    mutationFn: (reason: string) => turnAway({ ...dossier, requestId, outcome, reason: [lack, reason].filter(Boolean).join(' ') }),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: dossiersKey });
      onDone(answer);
    },
  });
  return (
    <Confirm
      opened
      title={t(`turn_away.${outcome}`)}
      verb={t('turn_away.verb')}
      reasonLabel={t(outcome === 'rejected' ? 'turn_away.why' : 'turn_away.guide')}
      reasonOptional={lack !== ''}
      pending={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={(reason) => record.mutate(reason)}
    >
      <p>{lack || t('turn_away.rejected_help')}</p>
    </Confirm>
  );
}
