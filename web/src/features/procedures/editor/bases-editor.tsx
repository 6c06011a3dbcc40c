// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../../shared/ui/icons.ts';
import { DocumentPicker } from '../../documents/index.ts';
import css from '../model/procedures.module.css';
import { type BasisDraft, rowKey } from './content-draft.ts';

type Props = { readonly bases: readonly BasisDraft[]; readonly onBases: (bases: readonly BasisDraft[]) => void };

/** What the version rests on: always in words, and linked where the document is in a register. */
export function BasesEditor({ bases, onBases }: Props) {
  const { t } = useTranslation('procedures');
  return (
    <div className="stack">
      {bases.map((basis, index) => (
        <BasisFields
          key={basis.key}
          number={index + 1}
          basis={basis}
          onBasis={(next) => onBases(bases.map((one) => (one.key === basis.key ? next : one)))}
          onRemove={() => onBases(bases.filter((one) => one.key !== basis.key))}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onBases([...bases, { key: rowKey(), citation: '', documentId: null, documentCode: null }])}
        >
          {t('form.add_basis')}
        </Button>
      </div>
    </div>
  );
}

type BasisProps = {
  readonly number: number;
  readonly basis: BasisDraft;
  readonly onBasis: (basis: BasisDraft) => void;
  readonly onRemove: () => void;
};

function BasisFields({ number, basis, onBasis, onRemove }: BasisProps) {
  const { t } = useTranslation('procedures');
  const title = t('form.basis_number', { number });
  return (
    <section className={css['item']} aria-label={title}>
      <div className={css['itemHead']}>
        <span className="strong">{title}</span>
        <Button size="compact-xs" variant="default" aria-label={t('form.remove', { name: basis.citation || title })} onClick={onRemove}>
          {t('form.remove', { name: '' }).trim()}
        </Button>
      </div>
      <div className={css['pair']}>
        <TextInput
          label={t('form.citation')}
          placeholder={t('form.citation_help')}
          required
          maxLength={500}
          value={basis.citation}
          onChange={(event) => onBasis({ ...basis, citation: event.currentTarget.value })}
        />
        <DocumentPicker
          label={t('form.document')}
          value={basis.documentId}
          valueLabel={basis.documentCode ?? undefined}
          onChange={(documentId) => onBasis({ ...basis, documentId })}
          clearable
        />
      </div>
    </section>
  );
}
