// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Body } from '../../../shared/api/operations.ts';
import { formatDay } from '../../../shared/format/days.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import css from '../inspections.module.css';
import { addRule, ruleCodes, rulesKey } from './rules.api.ts';

type Draft = Omit<Body<'addDeadlineRule'>, 'dayCount' | 'validTo' | 'note' | 'certainty'> & {
  readonly dayCount: number | '';
  readonly validTo: string;
  readonly note: string;
  readonly certainty: 'sourced' | 'background';
};
const empty: Draft = {
  code: 'conclusion',
  dayCount: '',
  dayKind: 'working',
  validFrom: '',
  validTo: '',
  citation: '',
  certainty: 'sourced',
  note: '',
};

export function RuleCreatePage() {
  return (
    <OnlyWith permission="inspections.manage_rules">
      <RuleForm />
    </OnlyWith>
  );
}

function RuleForm() {
  const { t } = useTranslation('rules');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(empty);
  const { dayCount } = draft;
  const isWhole = dayCount !== '' && draft.validFrom !== '' && draft.citation.trim() !== '';
  const save = useMutation({
    mutationFn: () =>
      addRule({
        ...draft,
        dayCount: Number(dayCount),
        citation: draft.citation.trim(),
        note: draft.note.trim(),
        validTo: draft.validTo || null,
      }),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('added', { name: t(`names.${draft.code}`), day: formatDay(draft.validFrom) }));
      await queries.invalidateQueries({ queryKey: rulesKey });
      await navigate('/administration/deadline-rules');
    },
  });
  return (
    <>
      <PageHead title={t('add')} answer={t('add_answer')} back={{ to: '/administration/deadline-rules', label: t('title') }} />
      <Form verb={t('save')} pending={save.isPending} error={save.error} disabled={!isWhole} asksMore onSubmit={() => save.mutate()} wide>
        <RuleFields draft={draft} onDraft={setDraft} />
        {isWhole ? (
          <p>
            <strong>{t('will_write')}</strong> {t(`names.${draft.code}`)}: {t(`value_${draft.dayKind}`, { count: Number(dayCount) })}{' '}
            {t('from', { what: t(`from_${draft.code}`) })}, {t('by', { citation: draft.citation.trim(), day: formatDay(draft.validFrom) })}
          </p>
        ) : null}
      </Form>
    </>
  );
}

function RuleFields({ draft, onDraft }: { readonly draft: Draft; readonly onDraft: (draft: Draft) => void }) {
  const { t } = useTranslation('rules');
  return (
    <>
      <NativeSelect
        label={t('what')}
        data={ruleCodes.map((code) => ({ value: code, label: `${t(`names.${code}`)} (${t('from', { what: t(`from_${code}`) })})` }))}
        value={draft.code}
        onChange={(event) => onDraft({ ...draft, code: ruleCodes.find((one) => one === event.currentTarget.value) ?? 'conclusion' })}
      />
      <div className={css['pair']}>
        <NumberField
          label={t('count')}
          required
          min={1}
          max={1000}
          value={draft.dayCount}
          onChange={(next) => onDraft({ ...draft, dayCount: Number(next) || '' })}
        />
        <NativeSelect
          label={t('kind')}
          data={[
            { value: 'working', label: t('kinds.working') },
            { value: 'calendar', label: t('kinds.calendar') },
          ]}
          value={draft.dayKind}
          onChange={(event) => onDraft({ ...draft, dayKind: event.currentTarget.value === 'calendar' ? 'calendar' : 'working' })}
        />
        <DayInput label={t('first_day')} required value={draft.validFrom} onChange={(validFrom) => onDraft({ ...draft, validFrom })} />
        <DayInput label={t('last_day')} value={draft.validTo} onChange={(validTo) => onDraft({ ...draft, validTo })} />
      </div>
      <TextInput
        label={t('citation')}
        description={t('citation_help')}
        required
        maxLength={500}
        value={draft.citation}
        onChange={(event) => onDraft({ ...draft, citation: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('certainty')}
        data={[
          { value: 'sourced', label: t('sourced') },
          { value: 'background', label: t('background') },
        ]}
        value={draft.certainty}
        onChange={(event) => onDraft({ ...draft, certainty: event.currentTarget.value === 'background' ? 'background' : 'sourced' })}
      />
      <Textarea
        label={t('note')}
        rows={2}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
      />
    </>
  );
}
