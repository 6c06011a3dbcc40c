// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import css from '../inspections.module.css';
import { EvidenceFields } from './evidence-fields.tsx';
import { codeOf, type FigureDraft, isUnread } from './figure-draft.ts';
import { PartFields } from './part-fields.tsx';

const kinds = ['ratio', 'count', 'sum'] as const;

type Props = {
  readonly draft: FigureDraft;
  readonly onDraft: Dispatch<SetStateAction<FigureDraft>>;
  readonly isNew: boolean;
  readonly unitId: string;
};
type Typed = { readonly currentTarget: { readonly value: string } };

export function FigureFields({ draft, onDraft, isNew, unitId }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const text = (key: Exclude<keyof FigureDraft, 'parts' | 'file' | 'document'>) => ({
    value: draft[key],
    onChange: (event: Typed) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const number = (key: 'numerator' | 'denominator' | 'statedPercent') => ({
    ...text(key),
    inputMode: 'decimal' as const,
    error: isUnread(draft[key]) ? t('figures.unread') : null,
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
          label={t(draft.kind === 'ratio' ? 'figures.numerator' : draft.kind === 'sum' ? 'figures.total' : 'figures.value')}
          required={draft.kind !== 'ratio'}
          {...number('numerator')}
        />
        {draft.kind === 'ratio' ? (
          <TextInput label={t('figures.denominator')} {...number('denominator')} />
        ) : (
          <TextInput label={t('figures.unit')} {...text('unitOfMeasure')} />
        )}
      </div>
      {draft.kind === 'ratio' ? <TextInput label={t('figures.stated')} {...number('statedPercent')} /> : null}
      {draft.kind === 'sum' ? (
        <PartFields parts={draft.parts} total={draft.numerator} onParts={(parts) => onDraft({ ...draft, parts })} />
      ) : null}
      <TextInput label={t('figures.code')} description={t('figures.code_help')} required pattern="[a-z][a-z0-9_]*" {...text('code')} />
      <EvidenceFields unitId={unitId} draft={draft} onDraft={onDraft} />
      <TextInput label={t('figures.note')} {...text('note')} />
    </>
  );
}
