// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../../shared/ui/form/form.tsx';
import { NumberField } from '../../../../shared/ui/form/number-field.tsx';
import { cycleKey, type RoundSheet } from '../cycle.api.ts';
import { DatesFields } from './dates-fields.tsx';
import { setDates } from './opening.api.ts';
import { datesBody, datesDraft, shiftedDates } from './round-draft.ts';

/** Sets when phases open and close, or shifts what is still to come by some days. */
export function DatesDialog({ sheet, onClose }: { readonly sheet: RoundSheet; readonly onClose: () => void }) {
  const { t } = useTranslation(['opening', 'cycle']);
  const queries = useQueryClient();
  const { round } = sheet;
  const [dates, setDraft] = useState(() => datesDraft(sheet.dates));
  const [days, setDays] = useState<number | ''>('');
  const save = useMutation({
    mutationFn: () => setDates(round.id, { version: round.version, dates: datesBody(dates) }),
    onSuccess: async () => {
      toastDone(t('dates_saved'));
      await queries.invalidateQueries({ queryKey: cycleKey });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="xl" title={t('set_dates')}>
      <Form verb={t('save_dates')} pending={save.isPending} error={save.error} onSubmit={() => save.mutate()} wide>
        <p className="small soft">{t('dates_help')}</p>
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NumberField
            label={t('shift_days', { phase: t(`cycle:phase.${round.phase}`) })}
            min={-365}
            max={365}
            value={days}
            onChange={setDays}
          />
          <Button
            variant="default"
            disabled={!days}
            onClick={() => {
              setDraft(shiftedDates(dates, round.phase, Number(days)));
              setDays('');
            }}
          >
            {t('shift')}
          </Button>
        </div>
        <DatesFields dates={dates} onDates={setDraft} />
      </Form>
    </Dialog>
  );
}
