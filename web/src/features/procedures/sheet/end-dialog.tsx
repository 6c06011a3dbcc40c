// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { endProcedure, type ProcedureSheet, proceduresKey } from '../model/procedures.api.ts';
import { ActDialog, isLate, LateReason } from './act-dialog.tsx';

/** Abolishes the procedure after a last day. */
export function EndDialog({ sheet, onClose }: { readonly sheet: ProcedureSheet; readonly onClose: () => void }) {
  const { t } = useTranslation('procedures');
  const queries = useQueryClient();
  const [lastDay, setLastDay] = useState('');
  const [lateReason, setLateReason] = useState('');
  const end = useMutation({
    mutationFn: () => endProcedure(sheet.id, { version: sheet.version, lastDay, lateReason: lateReason.trim() || null }),
    onSuccess: async () => {
      onClose();
      toastDone(t('act.ended', { day: formatDay(lastDay) }));
      await queries.invalidateQueries({ queryKey: proceduresKey });
    },
  });
  return (
    <ActDialog title={t('act.end_title')} onClose={onClose}>
      <Form
        verb={t('act.end')}
        pending={end.isPending}
        error={end.error}
        disabled={lastDay === '' || (isLate(lastDay) && lateReason.trim() === '')}
        asksMore
        onSubmit={() => end.mutate()}
      >
        <p>{t('act.end_text')}</p>
        <DayInput label={t('act.last_day')} required value={lastDay} onChange={setLastDay} />
        <LateReason day={lastDay} value={lateReason} onChange={setLateReason} />
      </Form>
    </ActDialog>
  );
}
