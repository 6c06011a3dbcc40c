// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { readonly onStay: () => void; readonly onLeave: () => void };

/** Something typed is not saved: stay, which is the first choice, or leave without it. */
export function LeaveDialog({ onStay, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onStay} title={<strong>{t('leave.title')}</strong>} withCloseButton={false} centered>
      <div className="stack">
        <p>{t('leave.text')}</p>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onLeave}>
            {t('leave.go')}
          </Button>
          <Button data-autofocus onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
