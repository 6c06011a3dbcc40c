// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { acceptRest, cycleKey, moveSheet, type Sheet } from './cycle.api.ts';

const steps = ['hand_in', 'approve', 'give_back', 'lock_overdue', 'unlock'] as const;
type Step = (typeof steps)[number];
const needsReason = (step: Step): boolean => step === 'give_back' || step === 'lock_overdue' || step === 'unlock';

/** What may be done with the sheet as a whole, by the person and the phase. */
export function SheetActs({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation('cycle');
  const queries = useQueryClient();
  const { unit, acts } = sheet;
  const [asked, setAsked] = useState<Step | null>(null);
  const move = useMutation({
    mutationFn: ({ step, reason }: { step: Step; reason: string | null }) => moveSheet(unit.id, { step, version: unit.version, reason }),
    onSuccess: async (moved) => {
      setAsked(null);
      toastDone(t('step.done', { state: t(`state.${moved.unit.state}`) }));
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
  });
  const accept = useMutation({
    mutationFn: () => acceptRest(unit.id),
    onSuccess: async ({ accepted, left }) => {
      toastDone(t('step.accepted', { count: accepted, left }));
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
  });
  return (
    <>
      {acts.includes('appraise_1') ? (
        <Button variant="default" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('step.accept')}
        </Button>
      ) : null}
      {steps
        .filter((step) => acts.includes(step))
        .map((step) => (
          <Button
            key={step}
            variant={needsReason(step) ? 'default' : 'filled'}
            onClick={() => {
              move.reset();
              setAsked(step);
            }}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      {asked ? (
        <Confirm
          opened
          title={t(`step.${asked}`)}
          verb={t(`step.${asked}`)}
          reasonLabel={needsReason(asked) ? t('step.reason') : undefined}
          pending={move.isPending}
          error={move.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => move.mutate({ step: asked, reason: needsReason(asked) ? reason : null })}
        >
          <p>{t('step.text')}</p>
        </Confirm>
      ) : null}
    </>
  );
}
