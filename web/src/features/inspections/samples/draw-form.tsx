// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import css from '../inspections.module.css';
import { drawDossiers, inspectionsKey } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';
import { codesOf, wholeNumberOf } from './dossier-codes.ts';

const mostCodes = 20_000;
const mostChosen = 1_000;
const empty = { title: '', itemId: '', list: '', size: '', seed: '' };

/** Draws dossiers from a pasted list; where no seed is given the program picks one and keeps it. */
export function DrawForm({ visit, onDone, onCancel }: { visit: VisitSheet; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [values, setValues] = useState(empty);
  const list = useDeferredValue(values.list);
  const codes = useMemo(() => codesOf(list), [list]);
  const size = wholeNumberOf(values.size);
  const seed = wholeNumberOf(values.seed);
  const draw = useMutation({
    mutationFn: () =>
      drawDossiers(visit.id, {
        title: values.title.trim(),
        itemId: values.itemId || null,
        population: codesOf(values.list),
        size: size ?? 0,
        ...(seed === null ? {} : { seed }),
      }),
    onSuccess: async ({ chosen }) => {
      toastDone(t('samples.drawn', { count: chosen.length }));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
      onDone();
    },
  });
  const wrongSize = values.size.trim() !== '' && (size === null || size < 1 || size > Math.min(codes.length, mostChosen));
  const wrongSeed = values.seed.trim() !== '' && seed === null;
  const text = (key: keyof typeof empty) => ({
    value: values[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setValues({ ...values, [key]: event.currentTarget.value }),
  });
  return (
    <Form
      verb={t('samples.draw')}
      pending={draw.isPending}
      error={draw.error}
      disabled={values.title.trim() === '' || codes.length === 0 || codes.length > mostCodes || size === null || wrongSize || wrongSeed}
      onSubmit={() => draw.mutate()}
      secondary={
        <Button variant="default" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      }
    >
      <TextInput label={t('samples.title')} description={t('samples.title_help')} required maxLength={300} {...text('title')} />
      <ItemChoice visit={visit} {...text('itemId')} />
      <CodeList count={codes.length} {...text('list')} />
      <div className={css['pair']}>
        <TextInput
          label={t('samples.size')}
          description={t('samples.size_help')}
          inputMode="numeric"
          autoComplete="off"
          required
          error={wrongSize ? t('samples.size_wrong', { most: Math.min(codes.length, mostChosen) }) : null}
          {...text('size')}
        />
        <TextInput
          label={t('samples.seed')}
          inputMode="numeric"
          autoComplete="off"
          description={t('samples.seed_help')}
          error={wrongSeed ? t('samples.seed_wrong') : null}
          {...text('seed')}
        />
      </div>
    </Form>
  );
}

type Bound = { readonly value: string; readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void };

function CodeList({ count, ...bound }: Bound & { readonly count: number }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  return (
    <Textarea
      label={t('samples.list')}
      description={t('samples.list_help')}
      required
      rows={8}
      spellCheck={false}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      error={count > mostCodes ? t('samples.list_long', { most: format.number(mostCodes), count: format.number(count) }) : null}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      {...bound}
      {...(count > 0 && count <= mostCodes ? { description: t('samples.list_count', { count: format.number(count) }) } : {})}
    />
  );
}

function ItemChoice({ visit, ...bound }: Bound & { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const groups = visit.fields
    .filter((field) => field.items.length > 0)
    .map((field) => ({
      group: field.name,
      items: field.items.map((item) => ({ value: item.id, label: `${item.code}. ${item.text.slice(0, 110)}` })),
    }));
  if (groups.length === 0) return null;
  return <NativeSelect label={t('samples.item')} data={[{ value: '', label: t('samples.no_item') }, ...groups]} {...bound} />;
}
