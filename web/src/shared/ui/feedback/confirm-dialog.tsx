// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../form/use-once.ts';
import { DialogWindow } from './dialog-window.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export type ConfirmProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb of the act, such as “Ký biên bản”. */
  readonly verb: string;
  /** Label of the reason that must be given; without it none is asked. */
  readonly reasonLabel?: string | undefined;
  /** The reason may be left out, because what was shown says enough. */
  readonly reasonOptional?: boolean;
  readonly pending?: boolean;
  /** The fields above the reason are not filled in yet; the first of them takes the focus instead of the reason. */
  readonly disabled?: boolean;
  readonly error?: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
};

/** The dialog of `Confirm`, in a file of its own because most pages are read without opening one. */
export function ConfirmDialog({
  opened,
  title,
  children,
  verb,
  reasonLabel,
  reasonOptional = false,
  pending = false,
  disabled,
  error,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const once = useOnce(pending);
  const isOwed = reasonLabel !== undefined && !reasonOptional && reason.trim() === '';
  return (
    <DialogWindow opened={opened} onClose={onClose} title={title} centered>
      <div className="stack">
        {children}
        {reasonLabel ? (
          <Textarea
            label={reasonLabel}
            required={!reasonOptional}
            autosize={false}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus={disabled === undefined || undefined}
          />
        ) : null}
        <ProblemNotice error={error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={pending} disabled={disabled || isOwed} onClick={() => once(() => onConfirm(reason.trim()))}>
            {verb}
          </Button>
        </div>
      </div>
    </DialogWindow>
  );
}
