// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../shared/ui/form/form.tsx';
import css from '../inspections.module.css';
import { countFigure } from '../model/inspections.api.ts';
import type { Figure } from '../model/types.ts';
import { decimalOf } from './figure-draft.ts';

export function CountForm({ figure, onDone }: { readonly figure: Figure; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('inspections');
  const [numerator, setNumerator] = useState(figure.counted?.numerator ?? '');
  const [denominator, setDenominator] = useState(figure.counted?.denominator ?? '');
  const [source, setSource] = useState(figure.counted?.source ?? '');
  const counted = decimalOf(numerator);
  const save = useMutation({
    mutationFn: () =>
      countFigure(figure.id, {
        numerator: counted ?? '0',
        denominator: figure.kind === 'ratio' ? decimalOf(denominator) : null,
        source: source.trim(),
      }),
    onSuccess: onDone,
  });
  return (
    <Form
      verb={t('figures.count')}
      pending={save.isPending}
      error={save.error}
      disabled={counted === null || source.trim() === ''}
      onSubmit={() => save.mutate()}
    >
      <div className={css['pair']}>
        <TextInput
          inputMode="decimal"
          label={t(figure.kind === 'ratio' ? 'figures.numerator' : 'figures.value')}
          required
          value={numerator}
          onChange={(event) => setNumerator(event.currentTarget.value)}
        />
        {figure.kind === 'ratio' ? (
          <TextInput
            inputMode="decimal"
            label={t('figures.denominator')}
            value={denominator}
            onChange={(event) => setDenominator(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <TextInput label={t('figures.count_source')} required value={source} onChange={(event) => setSource(event.currentTarget.value)} />
    </Form>
  );
}
