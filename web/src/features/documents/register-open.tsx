// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/days.ts';
import { useCan, useSession } from '../../shared/session/session.ts';
import { Dialog } from '../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { UnitPicker } from '../units/index.ts';
import { createRegister, documentsKey, typesQuery } from './documents.api.ts';
import css from './documents.module.css';

/** Opens a register by hand, such as one of its own for a type, or one that goes on from a paper book. */
export function RegisterOpen() {
  const { t } = useTranslation('documents');
  const can = useCan();
  const [opened, setOpened] = useState(false);
  if (!can('documents.issue')) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('register_open')}</Button>
      {opened ? <OpenDialog onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const own = useSession().positions[0];
  const types = useQuery(typesQuery);
  const [unit, setUnit] = useState(own ? { id: own.unitId, name: own.unitName } : null);
  const [direction, setDirection] = useState<'outgoing' | 'incoming'>('outgoing');
  const [values, setValues] = useState({ year: today().slice(0, 4), typeCode: '', name: '', firstNumber: '1' });
  const typeCode = direction === 'outgoing' ? values.typeCode : '';
  const open = useMutation({
    mutationFn: () =>
      createRegister({
        unitId: unit?.id ?? '',
        direction,
        year: Number(values.year),
        typeCode: typeCode || null,
        name: values.name.trim() || null,
        firstNumber: Number(values.firstNumber),
      }),
    onSuccess: async (register) => {
      onClose();
      toastDone(t('register_opened', { name: register.name }));
      await queries.invalidateQueries({ queryKey: documentsKey });
    },
  });
  const text = (key: keyof typeof values) => ({
    value: values[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setValues({ ...values, [key]: event.currentTarget.value }),
  });
  const sound = unit !== null && /^(19|20|21)\d\d$/.test(values.year) && /^[1-9]\d{0,6}$/.test(values.firstNumber);
  return (
    <Dialog onClose={onClose} title={t('register_open')}>
      <Form verb={t('register_open')} pending={open.isPending} error={open.error} disabled={!sound} onSubmit={() => open.mutate()}>
        <UnitPicker label={t('unit')} required value={unit} onChange={setUnit} />
        <div className={css['pair']}>
          <NativeSelect
            label={t('direction.label')}
            data={[
              { value: 'outgoing', label: t('direction.outgoing') },
              { value: 'incoming', label: t('direction.incoming') },
            ]}
            value={direction}
            onChange={(event) => setDirection(event.currentTarget.value === 'incoming' ? 'incoming' : 'outgoing')}
          />
          <TextInput label={t('year')} required inputMode="numeric" {...text('year')} />
        </div>
        {direction === 'outgoing' ? (
          <NativeSelect
            label={t('type')}
            description={t('register_type_help')}
            data={[{ value: '', label: t('any_type') }, ...(types.data ?? []).map((type) => ({ value: type.code, label: type.name }))]}
            {...text('typeCode')}
          />
        ) : null}
        <TextInput label={t('first_number')} description={t('first_number_help')} required inputMode="numeric" {...text('firstNumber')} />
        <TextInput label={t('register_name')} description={t('register_name_help')} maxLength={200} {...text('name')} />
      </Form>
    </Dialog>
  );
}
