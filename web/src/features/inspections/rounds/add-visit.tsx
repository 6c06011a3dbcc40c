// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { UnitPicker } from '../../units/index.ts';
import { addVisit, inspectionsKey } from '../model/inspections.api.ts';
import type { RoundSheet } from '../model/types.ts';

export function AddVisit({ round, onClose }: { readonly round: RoundSheet; readonly onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [unit, setUnit] = useState<{ id: string; name: string } | null>(null);
  const [kind, setKind] = useState<'main' | 'commune'>('main');
  const [visitOn, setVisitOn] = useState(round.startsOn ?? '');
  const [visitTo, setVisitTo] = useState('');
  const [place, setPlace] = useState('');
  const add = useMutation({
    mutationFn: () =>
      addVisit(round.id, {
        unitId: unit?.id ?? '',
        kind,
        visitOn: visitOn || null,
        visitTo: visitTo || null,
        place: place.trim() || null,
        reformFields: null,
        illustrative: false,
      }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('round.add_visit')}>
      <Form verb={t('round.add_visit')} pending={add.isPending} error={add.error} disabled={!unit} onSubmit={() => add.mutate()}>
        <UnitPicker label={t('round.unit')} required value={unit} onChange={setUnit} asOf={visitOn || round.startsOn || today()} />
        <NativeSelect
          label={t('round.kind')}
          data={[
            { value: 'main', label: t('round.kinds.main') },
            { value: 'commune', label: t('round.kinds.commune') },
          ]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value === 'commune' ? 'commune' : 'main')}
        />
        <DayInput label={t('visit.from')} value={visitOn} onChange={setVisitOn} />
        <DayInput label={t('visit.to')} value={visitTo} onChange={setVisitTo} />
        <TextInput label={t('visit.place')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
      </Form>
    </Dialog>
  );
}
