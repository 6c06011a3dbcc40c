// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

export function ActDialog({ title, onClose, children }: Props) {
  return (
    <Dialog onClose={onClose} size="lg" title={title} centered>
      {children}
    </Dialog>
  );
}

type LateProps = { readonly day: string; readonly value: string; readonly onChange: (reason: string) => void };

/** Asks why something begins on a day that has passed; on other days it asks nothing. */
export function LateReason({ day, value, onChange }: LateProps) {
  const { t } = useTranslation('procedures');
  if (!isLate(day)) return null;
  return (
    <Textarea
      label={t('act.late_reason')}
      description={t('act.late_help')}
      required
      rows={2}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function isLate(day: string): boolean {
  return day !== '' && day < today();
}
