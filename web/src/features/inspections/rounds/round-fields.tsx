// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { DocumentPicker } from '../../documents/index.ts';
import { UnitPicker } from '../../units/index.ts';
import { checklistsQuery } from '../checklists/checklists.api.ts';
import css from '../inspections.module.css';
import { type RoundSheet, roundForms } from '../model/types.ts';
import type { RoundDraft } from './round-draft.ts';

type Props = { readonly draft: RoundDraft; readonly onDraft: (draft: RoundDraft) => void; readonly round: RoundSheet | null };
type Typed = { readonly currentTarget: { readonly value: string } };

export function RoundFields({ draft, onDraft, round }: Props) {
  const { t } = useTranslation('inspections');
  const text = (key: 'title' | 'subject' | 'teamName' | 'outline' | 'checklistVersionId') => ({
    value: draft[key],
    onChange: (event: Typed) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const day = (key: 'startsOn' | 'endsOn' | 'inspectedFrom' | 'inspectedTo' | 'meetingOn') => ({
    value: draft[key],
    onChange: (value: string) => onDraft({ ...draft, [key]: value }),
  });
  const label = (document: RoundSheet['plan'] | undefined): string | undefined =>
    document ? `${document.code ?? ''} · ${document.subject}` : undefined;
  return (
    <>
      <TextInput label={t('form_page.title')} required {...text('title')} />
      <Textarea label={t('form_page.subject')} rows={2} {...text('subject')} />
      <div className={css['pair']}>
        <NativeSelect
          label={t('form_label')}
          data={roundForms.map((form) => ({ value: form, label: t(`form.${form}`) }))}
          value={draft.form}
          onChange={(event) => onDraft({ ...draft, form: roundForms.find((one) => one === event.currentTarget.value) ?? 'planned' })}
        />
        <TextInput label={t('form_page.team_name')} required {...text('teamName')} />
      </div>
      <UnitPicker
        label={t('form_page.organiser')}
        required
        value={draft.organiser}
        onChange={(organiser) => onDraft({ ...draft, organiser })}
        {...(draft.startsOn ? { asOf: draft.startsOn } : {})}
      />
      <DocumentPicker
        label={t('form_page.plan')}
        clearable
        value={draft.planDocumentId}
        valueLabel={label(round?.plan)}
        onChange={(planDocumentId) => onDraft({ ...draft, planDocumentId })}
      />
      <DocumentPicker
        label={t('form_page.decision')}
        clearable
        value={draft.decisionDocumentId}
        valueLabel={label(round?.decision)}
        onChange={(decisionDocumentId) => onDraft({ ...draft, decisionDocumentId })}
      />
      <div className={css['pair']}>
        <DayInput label={t('form_page.starts')} {...day('startsOn')} />
        <DayInput label={t('form_page.ends')} {...day('endsOn')} />
        <DayInput label={t('form_page.inspected_from')} {...day('inspectedFrom')} />
        <DayInput label={t('form_page.inspected_to')} {...day('inspectedTo')} />
        <DayInput label={t('form_page.meeting')} {...day('meetingOn')} />
        <ChecklistChoice value={draft.checklistVersionId} onChange={(checklistVersionId) => onDraft({ ...draft, checklistVersionId })} />
      </div>
      <Textarea label={t('form_page.outline')} rows={6} {...text('outline')} />
    </>
  );
}

function ChecklistChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation('inspections');
  const checklists = useQuery(checklistsQuery);
  const published = (checklists.data?.rows ?? []).filter((one) => one.state === 'published' || one.id === value);
  const options = published.map((one) => ({
    value: one.id,
    label: t('round.checklist_version', { number: one.number, title: one.title, count: one.itemCount }),
  }));
  return (
    <NativeSelect
      label={t('form_page.checklist')}
      data={[{ value: '', label: t('form_page.no_checklist') }, ...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
