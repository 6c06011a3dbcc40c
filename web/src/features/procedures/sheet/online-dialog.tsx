// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../../shared/format/days.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { changeOnlineLevel, type ProcedureSheet, proceduresKey, regimeOn, regimesQuery } from '../model/procedures.api.ts';
import { ActDialog, isLate, LateReason } from './act-dialog.tsx';

const stop = 'stop';

/** Sets the online level from a day on, in the words of the regime of that day. */
export function OnlineDialog({ sheet, onClose }: { readonly sheet: ProcedureSheet; readonly onClose: () => void }) {
  const { t } = useTranslation('procedures');
  const queries = useQueryClient();
  const regimes = useQuery(regimesQuery);
  const [draft, setDraft] = useState({ validFrom: today(), level: '', justification: '', address: '', lateReason: '' });
  const regime = regimeOn(regimes.data ?? [], draft.validFrom);
  const level = regime?.levels.find((one) => one.level === draft.level);
  const typed = (key: keyof typeof draft) => ({
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const change = useMutation({
    mutationFn: () =>
      changeOnlineLevel(sheet.id, {
        version: sheet.version,
        validFrom: draft.validFrom,
        level: draft.level === stop ? null : draft.level,
        justification: level ? draft.justification.trim() || null : null,
        address: level ? draft.address.trim() || null : null,
        lateReason: draft.lateReason.trim() || null,
      }),
    onSuccess: async () => {
      onClose();
      toastDone(t('act.online_changed', { day: formatDay(draft.validFrom) }));
      await queries.invalidateQueries({ queryKey: proceduresKey });
    },
  });
  const isWhole =
    draft.validFrom !== '' &&
    (draft.level === stop || level !== undefined) &&
    !(level?.needsJustification && draft.justification.trim() === '') &&
    !(isLate(draft.validFrom) && draft.lateReason.trim() === '');
  return (
    <ActDialog title={t('act.online_title')} onClose={onClose}>
      <Form
        verb={t('act.save')}
        pending={change.isPending}
        error={change.error}
        disabled={!isWhole}
        asksMore
        onSubmit={() => change.mutate()}
      >
        <DayInput
          label={t('act.online_from')}
          required
          value={draft.validFrom}
          onChange={(validFrom) => setDraft({ ...draft, validFrom, level: '' })}
        />
        <NativeSelect
          label={t('act.online_level')}
          description={regime ? t('act.online_regime', { name: regime.name, citation: regime.citation }) : null}
          required
          data={[
            { value: '', label: '' },
            ...(regime?.levels ?? []).map((one) => ({ value: one.level, label: one.name })),
            { value: stop, label: t('act.online_stop') },
          ]}
          {...typed('level')}
        />
        {level ? (
          <>
            <Textarea
              label={t('sheet.justification')}
              required={level.needsJustification}
              rows={2}
              maxLength={1000}
              {...typed('justification')}
            />
            <TextInput label={t('sheet.address')} maxLength={500} {...typed('address')} />
          </>
        ) : null}
        <LateReason day={draft.validFrom} value={draft.lateReason} onChange={(lateReason) => setDraft({ ...draft, lateReason })} />
      </Form>
    </ActDialog>
  );
}
