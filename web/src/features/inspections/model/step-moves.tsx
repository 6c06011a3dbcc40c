// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { IconAlertTriangle, IconLock } from '../../../shared/ui/icons.ts';
import css from '../inspections.module.css';
import { inspectionsKey } from './inspections.api.ts';

export type StepChoice<Step extends string> = {
  readonly to: Step;
  readonly back: boolean;
  readonly needsReason: boolean;
  readonly allowed: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** What the one who takes the step should know, though it does not stop the step. */
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
};

type Props<Step extends string> = {
  readonly steps: readonly StepChoice<Step>[];
  readonly nameOf: (step: Step) => string;
  readonly onMove: (to: Step, reason: string | null) => Promise<unknown>;
  /** Another way to take a step, such as issuing the paper that makes it. */
  readonly instead?: (step: Step) => ReactNode;
};

/** The moves from here: those that are open as buttons, the others with every reason why not. */
export function StepMoves<Step extends string>({ steps, nameOf, onMove, instead }: Props<Step>) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [asking, setAsking] = useState<StepChoice<Step> | null>(null);
  const move = useMutation({
    mutationFn: ({ to, reason }: { to: Step; reason: string }) => onMove(to, reason || null),
    onSuccess: async (_, { to }) => {
      setAsking(null);
      toastDone(t('rail.moved', { step: nameOf(to) }));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
    onError: () => queries.invalidateQueries({ queryKey: inspectionsKey }),
  });
  const forward = steps.filter((step) => !step.back);
  const backward = steps.filter((step) => step.back && step.allowed);
  return (
    <div className={`${css['moves']} no-print`}>
      {forward.length === 0 && backward.length === 0 ? <p className="soft small">{t('rail.none')}</p> : null}
      {forward.map((step) => (
        <div key={step.to}>
          {step.allowed ? (
            (instead?.(step.to) ?? (
              <Button
                fullWidth
                styles={{ label: { whiteSpace: 'normal' }, root: { height: 'auto', paddingBlock: 8 } }}
                onClick={() => setAsking(step)}
              >
                {t('rail.go', { step: nameOf(step.to) })}
              </Button>
            ))
          ) : (
            <BlockedStep name={t('rail.go', { step: nameOf(step.to) })} reasons={step.reasons} />
          )}
        </div>
      ))}
      {backward.map((step) => (
        <Button
          key={step.to}
          variant="subtle"
          color="gray"
          c="var(--ink-soft)"
          size="compact-sm"
          justify="flex-start"
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto', paddingBlock: 4 } }}
          onClick={() => setAsking(step)}
        >
          {t('rail.back', { step: nameOf(step.to) })}
        </Button>
      ))}
      {asking ? (
        <Confirm
          opened
          title={t('rail.confirm', { step: nameOf(asking.to) })}
          verb={asking.back ? t('rail.back', { step: nameOf(asking.to) }) : t('rail.go', { step: nameOf(asking.to) })}
          reasonLabel={asking.needsReason ? t('rail.reason_back') : undefined}
          pending={move.isPending}
          error={move.error}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => move.mutate({ to: asking.to, reason })}
        >
          <Warnings of={asking.warnings} />
          <p>{t('rail.confirm_text')}</p>
        </Confirm>
      ) : null}
    </div>
  );
}

/** What to know before a step that is open. */
export function Warnings({ of: warnings }: { readonly of: readonly { readonly code: string; readonly text: string }[] }) {
  const { t } = useTranslation('inspections');
  if (warnings.length === 0) return null;
  return (
    <div className={css['warnings']} role="note">
      <p className="strong small">
        <IconAlertTriangle size={14} aria-hidden="true" /> {t('rail.warnings')}
      </p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code + warning.text}>{warning.text}</li>
        ))}
      </ul>
    </div>
  );
}

function BlockedStep({
  name,
  reasons,
}: {
  readonly name: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}) {
  const { t } = useTranslation('inspections');
  return (
    <div className={css['blocked']}>
      <p className="strong small">
        <IconLock size={14} aria-hidden="true" /> {name}
      </p>
      <p className="small soft">{t('rail.reasons')}:</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code + reason.text}>{reason.text}</li>
        ))}
      </ul>
    </div>
  );
}
