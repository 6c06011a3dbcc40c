// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { type ClockRule, changeRule, clockRulesKey, isTimeOfDay, minutesOf, timeOf } from './clock-rules.api.ts';
import { useRuleWords } from './use-rule-words.ts';

type Draft = {
  readonly enabled: boolean;
  readonly text: string;
  readonly validFrom: string;
  readonly citation: string;
  readonly read: boolean;
};

function firstDraft({ code, value, enabled }: ClockRule): Draft {
  const text = typeof value === 'number' && isTimeOfDay(code) ? timeOf(value) : String(value);
  return { enabled, text, validFrom: '', citation: '', read: true };
}

/** The value that was typed; null where it is none. */
function valueTyped({ code, kind }: ClockRule, text: string): true | number | string | null {
  if (kind === 'switch') return true;
  if (kind === 'choice') return text;
  const number = isTimeOfDay(code) ? minutesOf(text) : Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}

type Props = { readonly rule: ClockRule; readonly onClose: () => void };

/** Switches or changes a rule from a coming day on; the reason is owed. */
export function RuleChangeDialog({ rule, onClose }: Props) {
  const { t } = useTranslation('clock');
  const words = useRuleWords();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(firstDraft(rule));
  const value = valueTyped(rule, draft.text);
  const isWhole = value !== null && draft.validFrom !== '' && draft.citation.trim().length >= 3;
  const change = useMutation({
    mutationFn: (reason: string) =>
      changeRule({
        code: rule.code,
        value: value ?? true,
        enabled: draft.enabled,
        validFrom: draft.validFrom,
        citation: draft.citation.trim(),
        mark: draft.read ? null : 'background',
        reason,
      }),
    onSuccess: async () => {
      toastDone(t('changed', { day: formatDay(draft.validFrom) }));
      onClose();
      await queries.invalidateQueries({ queryKey: clockRulesKey });
    },
  });
  return (
    <Confirm
      opened
      title={words.name(rule)}
      verb={t('change_verb')}
      reasonLabel={t('reason')}
      disabled={!isWhole}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) => change.mutate(reason)}
    >
      <p>{t('change_help', { now: words.value(rule) })}</p>
      <NativeSelect
        label={t('applies')}
        value={draft.enabled ? 'on' : 'off'}
        data={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
        onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.value === 'on' })}
      />
      <ValueField rule={rule} draft={draft} onDraft={setDraft} />
      <DayInput
        label={t('first_day')}
        description={t('first_day_help')}
        required
        value={draft.validFrom}
        onChange={(validFrom) => setDraft({ ...draft, validFrom })}
      />
      <TextInput
        label={t('citation')}
        description={t('citation_help')}
        required
        maxLength={500}
        value={draft.citation}
        onChange={(event) => setDraft({ ...draft, citation: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('certainty')}
        value={draft.read ? 'read' : 'background'}
        data={[
          { value: 'read', label: t('read') },
          { value: 'background', label: t('background') },
        ]}
        onChange={(event) => setDraft({ ...draft, read: event.currentTarget.value === 'read' })}
      />
    </Confirm>
  );
}

type FieldProps = { readonly rule: ClockRule; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

function ValueField({ rule, draft, onDraft }: FieldProps) {
  const { t } = useTranslation('clock');
  const words = useRuleWords();
  if (rule.kind === 'switch' || !draft.enabled) return null;
  if (rule.kind === 'choice') {
    return (
      <NativeSelect
        label={t('value')}
        value={draft.text}
        data={rule.choices.map((one) => ({ value: one, label: words.choice(one) }))}
        onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
      />
    );
  }
  return (
    <TextInput
      label={t('value')}
      description={isTimeOfDay(rule.code) ? t('time_help') : undefined}
      inputMode={isTimeOfDay(rule.code) ? 'text' : 'numeric'}
      required
      maxLength={5}
      value={draft.text}
      onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
    />
  );
}
