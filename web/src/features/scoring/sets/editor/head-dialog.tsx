// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../shared/ui/feedback/dialog.tsx';
import { DayInput } from '../../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../../shared/ui/form/form.tsx';
import { DecimalInput } from '../rules/decimal-input.tsx';
import type { SetContent } from '../sets.api.ts';
import css from '../sets.module.css';
import { conventionChoices } from './convention-choices.ts';
import { GradeLines } from './grade-lines.tsx';
import type { Draft } from './use-draft.ts';

/** Title, validity, legal basis, conventions and grades of a draft. */
export function HeadDialog({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const { t } = useTranslation('sets');
  const [typed, setTyped] = useState(draft.content);
  const set = (part: Partial<SetContent>): void => setTyped({ ...typed, ...part });
  const apply = (): void => {
    draft.change({ ...typed, nodes: draft.content.nodes });
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="xl" title={t('head.title')}>
      <Form wide verb={t('node.apply')} pending={false} onSubmit={apply}>
        <TextInput label={t('name')} required value={typed.title} onChange={(event) => set({ title: event.currentTarget.value })} />
        <div className={css['grid']}>
          <DayInput label={t('head.valid_from')} required value={typed.validFrom} onChange={(validFrom) => set({ validFrom })} />
          <DayInput label={t('head.valid_to')} value={typed.validTo ?? ''} onChange={(day) => set({ validTo: day || null })} />
          <DecimalInput label={t('table.maximum')} required value={typed.maximum} onChange={(maximum) => set({ maximum })} />
          <NativeSelect
            label={t('head.certainty')}
            value={typed.certainty}
            data={(['official', 'template'] as const).map((value) => ({ value, label: t(`certainty.${value}`) }))}
            onChange={(event) => set({ certainty: event.currentTarget.value === 'official' ? 'official' : 'template' })}
          />
        </div>
        <Textarea
          label={t('head.legal_basis')}
          rows={2}
          value={typed.legalBasis}
          onChange={(event) => set({ legalBasis: event.currentTarget.value })}
        />
        <Textarea label={t('table.note')} rows={2} value={typed.note} onChange={(event) => set({ note: event.currentTarget.value })} />
        <ConventionFields content={typed} onChange={set} />
        <GradeLines rows={typed.grades} onChange={(grades) => set({ grades })} />
      </Form>
    </Dialog>
  );
}

type Change = { readonly content: SetContent; readonly onChange: (part: Partial<SetContent>) => void };

function ConventionFields({ content, onChange }: Change) {
  const { t } = useTranslation('sets');
  const { conventions } = content;
  const whole = (value: string): number => Math.min(6, Math.max(0, Number.parseInt(value, 10) || 0));
  return (
    <fieldset className={css['lines']}>
      <legend className="small">{t('head.conventions')}</legend>
      <div className={css['grid']}>
        {conventionChoices.map(({ name, values }) => (
          <NativeSelect
            key={name}
            label={t(`parts.${name}`)}
            value={conventions[name]}
            data={values.map((value) => ({ value, label: t(`conventions.${value}`) }))}
            onChange={(event) => onChange({ conventions: { ...conventions, [name]: event.currentTarget.value } })}
          />
        ))}
        {(['decimals', 'indexDecimals'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`parts.${name}`)}
            inputMode="numeric"
            value={String(conventions[name])}
            onChange={(event) => onChange({ conventions: { ...conventions, [name]: whole(event.currentTarget.value) } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
