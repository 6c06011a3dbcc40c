// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { Confirm } from '../../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../../shared/ui/form/day-input.tsx';
import { cycleKey, type RoundUnit } from '../cycle.api.ts';
import { extendTime } from './opening.api.ts';

type Unit = { readonly unit: Pick<RoundUnit, 'id' | 'authorityName' | 'dueOn'> };
type Props = Unit & { readonly onClose: () => void };

/** Opens the dialog that gives a unit more time. */
export function ExtendButton({ unit }: Unit) {
  const { t } = useTranslation('opening');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('extend_title', { unit: unit.authorityName })}
        onClick={() => setOpen(true)}
      >
        {t('extend')}
      </Button>
      {isOpen ? <ExtendDialog unit={unit} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Gives one unit more time in the phase that runs, with a reason. */
function ExtendDialog({ unit, onClose }: Props) {
  const { t } = useTranslation('opening');
  const format = useFormat();
  const queries = useQueryClient();
  const [closesOn, setClosesOn] = useState('');
  const extend = useMutation({
    mutationFn: (reason: string) => extendTime(unit.id, { closesOn, reason }),
    onSuccess: async () => {
      toastDone(t('extended', { unit: unit.authorityName, day: format.day(closesOn) }));
      await queries.invalidateQueries({ queryKey: cycleKey });
      onClose();
    },
  });
  return (
    <Confirm
      opened
      title={t('extend_title', { unit: unit.authorityName })}
      verb={t('extend')}
      reasonLabel={t('reason')}
      disabled={closesOn === ''}
      pending={extend.isPending}
      error={extend.error}
      onClose={onClose}
      onConfirm={(reason) => extend.mutate(reason)}
    >
      <p>{unit.dueOn ? t('extend_text', { day: format.day(unit.dueOn) }) : t('extend_text_none')}</p>
      <DayInput label={t('extend_until')} required value={closesOn} onChange={setClosesOn} />
    </Confirm>
  );
}
