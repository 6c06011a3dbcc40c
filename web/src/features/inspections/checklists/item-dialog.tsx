// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { addItem, type ChecklistItem, type ChecklistSheet, checklistsKey, editItem } from './checklists.api.ts';

type Props = { readonly sheet: ChecklistSheet; readonly item: ChecklistItem | null; readonly onClose: () => void };
type Typed = { readonly currentTarget: { readonly value: string } };

function nextCode(sheet: ChecklistSheet, fieldCode: string): string {
  const numbers = sheet.items.filter((item) => item.fieldCode === fieldCode).map((item) => Number(item.code.split('.')[1]));
  return `${fieldCode}.${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

function draftOf(sheet: ChecklistSheet, item: ChecklistItem | null) {
  return {
    fieldCode: item?.fieldCode ?? sheet.fields[0]?.code ?? 'F1',
    text: item?.text ?? '',
    evidence: item?.evidence ?? '',
    source: item?.source ?? '',
    isSourced: item ? item.certainty === 'sourced' : true,
    isRetired: item?.isRetired ?? false,
  };
}

export function ItemDialog({ sheet, item, onClose }: Props) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(sheet, item));
  const code = item?.code ?? nextCode(sheet, draft.fieldCode);
  const save = useMutation({
    mutationFn: () => {
      const values = {
        code,
        fieldCode: draft.fieldCode,
        text: draft.text.trim(),
        evidence: draft.evidence.trim(),
        source: draft.source.trim(),
        certainty: draft.isSourced ? ('sourced' as const) : ('background' as const),
      };
      return item
        ? editItem(sheet.id, item.id, { ...values, version: item.version, isRetired: draft.isRetired })
        : addItem(sheet.id, values);
    },
    onSuccess: async () => {
      onClose();
      toastDone(t('checklists.item_saved', { code }));
      await queries.invalidateQueries({ queryKey: checklistsKey });
    },
  });
  const text = (key: 'text' | 'evidence' | 'source') => ({
    value: draft[key],
    onChange: (event: Typed) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <Dialog onClose={onClose} size={620} title={`${t(item ? 'checklists.edit_item' : 'checklists.add_item')} ${code}`}>
      <Form
        verb={t('checklists.save')}
        pending={save.isPending}
        error={save.error}
        disabled={draft.text.trim() === ''}
        onSubmit={() => save.mutate()}
      >
        {item ? null : (
          <NativeSelect
            label={t('checklists.field')}
            data={sheet.fields.map((field) => ({ value: field.code, label: `${field.code} ${field.name}` }))}
            value={draft.fieldCode}
            onChange={(event) => setDraft({ ...draft, fieldCode: event.currentTarget.value })}
          />
        )}
        <Textarea label={t('checklists.text')} required rows={3} {...text('text')} />
        <Textarea label={t('checklists.evidence')} rows={2} {...text('evidence')} />
        <TextInput label={t('checklists.source')} {...text('source')} />
        <Checkbox
          label={t('checklists.sourced')}
          checked={draft.isSourced}
          onChange={(event) => setDraft({ ...draft, isSourced: event.currentTarget.checked })}
        />
        {item ? (
          <Checkbox
            label={t('checklists.retire')}
            checked={draft.isRetired}
            onChange={(event) => setDraft({ ...draft, isRetired: event.currentTarget.checked })}
          />
        ) : null}
      </Form>
    </Dialog>
  );
}
