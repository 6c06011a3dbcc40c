// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import css from '../inspections.module.css';
import { codeOf, type FigureDraft } from './figure-draft.ts';

const kinds = ['ratio', 'count', 'sum'] as const;

type Props = { readonly draft: FigureDraft; readonly onDraft: (draft: FigureDraft) => void; readonly isNew: boolean };
type Typed = { readonly currentTarget: { readonly value: string } };

export function FigureFields({ draft, onDraft, isNew }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const text = (key: keyof FigureDraft) => ({
    value: draft[key],
    onChange: (event: Typed) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  // Statements quote a figure by its code, so the code follows the label only while the figure is new.
  const label = (event: Typed): void => {
    const follows = isNew && draft.code === codeOf(draft.label);
    const next = event.currentTarget.value;
    onDraft({ ...draft, label: next, code: follows ? codeOf(next) : draft.code });
  };
  return (
    <>
      <TextInput label={t('figures.label')} required value={draft.label} onChange={label} />
      <div className={css['pair']}>
        <NativeSelect
          label={t('figures.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`figures.kinds.${kind}`) }))}
          {...text('kind')}
        />
        <NativeSelect
          label={t('figures.field')}
          data={reformFields.map((field) => ({ value: field, label: t(`common:field.${field}`) }))}
          {...text('reformField')}
        />
      </div>
      <div className={css['pair']}>
        <TextInput
          inputMode="decimal"
          label={t(draft.kind === 'ratio' ? 'figures.numerator' : draft.kind === 'sum' ? 'figures.total' : 'figures.value')}
          {...text('numerator')}
        />
        {draft.kind === 'ratio' ? (
          <TextInput inputMode="decimal" label={t('figures.denominator')} {...text('denominator')} />
        ) : (
          <TextInput label={t('figures.unit')} {...text('unitOfMeasure')} />
        )}
      </div>
      {draft.kind === 'ratio' ? <TextInput inputMode="decimal" label={t('figures.stated')} {...text('statedPercent')} /> : null}
      {draft.kind === 'sum' ? <Textarea label={t('figures.parts')} rows={4} {...text('parts')} /> : null}
      <TextInput label={t('figures.code')} description={t('figures.code_help')} required pattern="[a-z][a-z0-9_]*" {...text('code')} />
      <TextInput label={t('figures.note')} {...text('note')} />
    </>
  );
}
