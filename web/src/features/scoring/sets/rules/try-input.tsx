// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemInput, Rule } from '../sets.api.ts';
import { DecimalInput } from './decimal-input.tsx';

type Props = { readonly rule: Rule; readonly onChange: (input: ItemInput | null) => void };

/** The fields of an input as the rule of an item understands it. */
export function TryInput({ rule, onChange }: Props) {
  const { t } = useTranslation('sets');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const set = (name: string, value: string): void => {
    const next = { ...typed, [name]: value };
    setTyped(next);
    onChange(inputOf(rule, next));
  };
  const number = (name: string, label: string) => (
    <DecimalInput key={name} label={label} value={typed[name] ?? ''} onChange={(value) => set(name, value)} />
  );
  if (rule.kind === 'options')
    return (
      <NativeSelect
        label={t('try.option')}
        value={typed['option'] ?? ''}
        data={[{ value: '', label: t('try.choose') }, ...rule.options.map(({ code, label }) => ({ value: code, label: label || code }))]}
        onChange={(event) => set('option', event.currentTarget.value)}
      />
    );
  if (rule.kind === 'flat_deduction')
    return (
      <Checkbox
        label={rule.condition || t('rule.condition')}
        checked={typed['happened'] === 'true'}
        onChange={(event) => set('happened', String(event.currentTarget.checked))}
      />
    );
  if (rule.kind === 'survey_mean') return rule.answers.map(({ code }) => number(code, t('try.answers', { code })));
  if (rule.kind === 'leader_score') return number('points', t('try.given_points'));
  if (rule.kind === 'amount_bands') return number('amount', rule.amount || t('rule.amount'));
  if (rule.kind === 'per_case_deduction' || rule.kind === 'per_case_bonus')
    return number('cases', t('try.cases', { unit: rule.unit || t('rule.unit') }));
  if (!('ratio' in rule)) return null;
  return (
    <>
      {number('numerator', rule.ratio.numerator || t('rule.numerator'))}
      {number('denominator', rule.ratio.denominator || t('rule.denominator'))}
    </>
  );
}

function inputOf(rule: Rule, typed: Readonly<Record<string, string>>): ItemInput | null {
  const said = (name: string): string => typed[name] ?? '';
  switch (rule.kind) {
    case 'sum':
      return null;
    case 'options':
      return said('option') === '' ? null : { kind: 'option', option: said('option') };
    case 'flat_deduction':
      return { kind: 'happened', happened: said('happened') === 'true' };
    case 'survey_mean':
      return {
        kind: 'answers',
        counts: Object.fromEntries(rule.answers.flatMap(({ code }) => (said(code) === '' ? [] : [[code, said(code)]]))),
      };
    case 'leader_score':
      return said('points') === '' ? null : { kind: 'points', points: said('points') };
    case 'amount_bands':
      return said('amount') === '' ? null : { kind: 'amount', amount: said('amount') };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return said('cases') === '' ? null : { kind: 'cases', cases: said('cases') };
    default:
      return said('numerator') === '' && said('denominator') === ''
        ? null
        : { kind: 'ratio', numerator: said('numerator'), denominator: said('denominator') };
  }
}
