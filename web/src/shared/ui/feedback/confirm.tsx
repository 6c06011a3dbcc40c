// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.tsx';

type Props = {
  readonly opened: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb of the act, such as “Ký biên bản”. */
  readonly verb: string;
  /** Label of the reason that must be given; without it none is asked. */
  readonly reasonLabel?: string | undefined;
  readonly pending?: boolean;
  readonly error?: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks before an act that others will see, with its reason where one is owed. */
export function Confirm({ opened, title, children, verb, reasonLabel, pending = false, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      centered
    >
      <div className="stack">
        {children}
        {reasonLabel ? (
          <Textarea
            label={reasonLabel}
            required
            autosize={false}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
        ) : null}
        <ProblemNotice error={error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={pending} disabled={reasonLabel !== undefined && reason.trim() === ''} onClick={() => onConfirm(reason.trim())}>
            {verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
