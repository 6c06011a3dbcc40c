// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import { useTranslation } from 'react-i18next';
import type { SheetItem } from '../cycle.api.ts';
import { type Draft, fieldsOf } from './input-draft.ts';

type Props = { readonly item: SheetItem; readonly draft: Draft; readonly onChange: (values: Draft['values']) => void };

/** The fields that the rule of an item asks for: numerator and denominator, a choice, a count. */
export function InputFields({ item, draft, onChange }: Props) {
  const { t } = useTranslation('cycle');
  const { rule } = item;
  if (draft.mode === 'not_applicable') return null;
  const set = (key: string, value: string): void => onChange({ ...draft.values, [key]: value });
  const labelOf = (key: string): string => {
    if (draft.mode === 'decided' || key === 'points') return t('entry.points');
    if ('ratio' in rule)
      return key === 'numerator'
        ? t('entry.numerator', { name: rule.ratio.numerator })
        : t('entry.denominator', { name: rule.ratio.denominator });
    if (rule.kind === 'amount_bands') return t('entry.amount', { name: rule.amount });
    if (rule.kind === 'per_case_deduction' || rule.kind === 'per_case_bonus') return t('entry.cases', { name: rule.unit });
    return t('entry.answers', { code: key });
  };
  if (draft.mode === 'rule' && rule.kind === 'options')
    return (
      <Radio.Group label={t('entry.option')} value={draft.values['option'] ?? ''} onChange={(option) => set('option', option)}>
        {rule.options.map(({ code, label, points }) => (
          <Radio key={code} value={code} label={`${label} (${points.replace('.', ',')})`} mt={6} />
        ))}
      </Radio.Group>
    );
  if (draft.mode === 'rule' && rule.kind === 'flat_deduction')
    return (
      <Checkbox
        label={t('entry.happened', { name: rule.condition })}
        checked={draft.values['happened'] === 'true'}
        onChange={(event) => set('happened', String(event.currentTarget.checked))}
      />
    );
  return (
    <>
      {(draft.mode === 'decided' ? ['points'] : fieldsOf(item)).map((key) => (
        <TextInput
          key={key}
          label={labelOf(key)}
          inputMode="decimal"
          required
          value={draft.values[key] ?? ''}
          onChange={(event) => set(key, event.currentTarget.value)}
        />
      ))}
    </>
  );
}
