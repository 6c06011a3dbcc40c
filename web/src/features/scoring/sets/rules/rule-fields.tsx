// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../sets.api.ts';
import css from '../sets.module.css';
import { DecimalInput } from './decimal-input.tsx';
import { AnswerLines, BandLines, OptionLines } from './line-fields.tsx';

type Props<R extends Rule = Rule> = { readonly rule: R; readonly onChange: (rule: Rule) => void };
type RatioRule = Extract<Rule, { readonly ratio: unknown }>;
type CasesRule = Extract<Rule, { readonly kind: 'per_case_deduction' | 'per_case_bonus' }>;
type ConditionRule = Extract<Rule, { readonly kind: 'flat_deduction' }>;
const zeroOutcomes = ['full', 'zero', 'not_applicable'] as const;

/** What a rule of its kind must be told. */
export function RuleFields({ rule, onChange }: Props) {
  const { t } = useTranslation('sets');
  const number = (label: string, value: string, change: (value: string) => void) => (
    <DecimalInput label={label} value={value} onChange={change} required />
  );
  switch (rule.kind) {
    case 'sum':
      return null;
    case 'options':
      return <OptionLines rows={rule.options} onChange={(options) => onChange({ ...rule, options })} />;
    case 'rate_bands':
      return (
        <>
          <RatioFields rule={rule} onChange={onChange} />
          <BandLines rows={rule.bands} unit=" %" onChange={(bands) => onChange({ ...rule, bands })} />
        </>
      );
    case 'amount_bands':
      return (
        <>
          <TextInput
            label={t('rule.amount')}
            required
            value={rule.amount}
            onChange={(event) => onChange({ ...rule, amount: event.currentTarget.value })}
          />
          <BandLines rows={rule.bands} unit="" onChange={(bands) => onChange({ ...rule, bands })} />
        </>
      );
    case 'proportional':
      return <RatioFields rule={rule} onChange={onChange} />;
    case 'threshold_linear':
      return (
        <>
          <RatioFields rule={rule} onChange={onChange} />
          {number(t('rule.target'), rule.targetPercent, (targetPercent) => onChange({ ...rule, targetPercent }))}
        </>
      );
    case 'floor_proportional':
      return (
        <>
          <RatioFields rule={rule} onChange={onChange} />
          {number(t('rule.floor'), rule.floorPercent, (floorPercent) => onChange({ ...rule, floorPercent }))}
        </>
      );
    case 'per_case_deduction':
    case 'per_case_bonus':
      return <CaseFields rule={rule} onChange={onChange} />;
    case 'flat_deduction':
      return <ConditionFields rule={rule} onChange={onChange} />;
    case 'survey_mean':
      return (
        <>
          <AnswerLines rows={rule.answers} onChange={(answers) => onChange({ ...rule, answers })} />
          <ZeroSelect value={rule.whenZero} label={t('rule.no_answers')} onChange={(whenZero) => onChange({ ...rule, whenZero })} />
        </>
      );
    case 'leader_score':
      return (
        <DecimalInput
          label={t('rule.step')}
          value={rule.step ?? ''}
          onChange={(step) => onChange({ ...rule, step: step === '' ? null : step })}
        />
      );
  }
}

function CaseFields({ rule, onChange }: Props<CasesRule>) {
  const { t } = useTranslation('sets');
  return (
    <div className={css['grid']}>
      <TextInput
        label={t('rule.unit')}
        required
        value={rule.unit}
        onChange={(event) => onChange({ ...rule, unit: event.currentTarget.value })}
      />
      <DecimalInput label={t('rule.per_case')} required value={rule.perCase} onChange={(perCase) => onChange({ ...rule, perCase })} />
      <DecimalInput
        label={t('rule.most')}
        value={rule.most ?? ''}
        onChange={(most) => onChange({ ...rule, most: most === '' ? null : most })}
      />
    </div>
  );
}

function ConditionFields({ rule, onChange }: Props<ConditionRule>) {
  const { t } = useTranslation('sets');
  return (
    <div className={css['grid']}>
      <TextInput
        label={t('rule.condition')}
        required
        value={rule.condition}
        onChange={(event) => onChange({ ...rule, condition: event.currentTarget.value })}
      />
      <DecimalInput label={t('rule.points_lost')} required value={rule.points} onChange={(points) => onChange({ ...rule, points })} />
    </div>
  );
}

function RatioFields({ rule, onChange }: Props<RatioRule>) {
  const { t } = useTranslation('sets');
  const { ratio } = rule;
  return (
    <div className={css['grid']}>
      <TextInput
        label={t('rule.numerator')}
        required
        value={ratio.numerator}
        onChange={(event) => onChange({ ...rule, ratio: { ...ratio, numerator: event.currentTarget.value } })}
      />
      <TextInput
        label={t('rule.denominator')}
        required
        value={ratio.denominator}
        onChange={(event) => onChange({ ...rule, ratio: { ...ratio, denominator: event.currentTarget.value } })}
      />
      <ZeroSelect
        value={ratio.whenZero}
        label={t('rule.when_zero')}
        onChange={(whenZero) => onChange({ ...rule, ratio: { ...ratio, whenZero } })}
      />
      <NativeSelect
        label={t('rule.when_above')}
        value={ratio.whenAbove}
        data={(['refuse', 'cap'] as const).map((value) => ({ value, label: t(`excess.${value}`) }))}
        onChange={(event) => onChange({ ...rule, ratio: { ...ratio, whenAbove: event.currentTarget.value === 'cap' ? 'cap' : 'refuse' } })}
      />
    </div>
  );
}

type Zero = (typeof zeroOutcomes)[number];

function ZeroSelect({
  value,
  label,
  onChange,
}: {
  readonly value: Zero;
  readonly label: string;
  readonly onChange: (value: Zero) => void;
}) {
  const { t } = useTranslation('sets');
  return (
    <NativeSelect
      label={label}
      value={value}
      data={zeroOutcomes.map((one) => ({ value: one, label: t(`zero.${one}`) }))}
      onChange={(event) => onChange(zeroOutcomes.find((one) => one === event.currentTarget.value) ?? 'zero')}
    />
  );
}
