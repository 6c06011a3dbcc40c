// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, fieldErrors } from '../../shared/api/problem.ts';
import { useCan } from '../../shared/session/session.ts';
import { Dialog } from '../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { type Change, changeBody, changedKeys, changeOf, isSound } from './document-change.ts';
import { urgencies } from './document-draft.ts';
import { DocumentPicker } from './document-picker.tsx';
import { changeDocument, type DocumentSheet, documentsKey, typesQuery } from './documents.api.ts';
import css from './documents.module.css';

/** Changes the fields that the state of the document leaves open. */
export function DocumentEdit({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const can = useCan();
  const [opened, setOpened] = useState(false);
  if (!can('documents.write') || sheet.editable.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('edit')}
      </Button>
      {opened ? <EditDialog sheet={sheet} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function EditDialog({ sheet, onClose }: { readonly sheet: DocumentSheet; readonly onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const queries = useQueryClient();
  const [change, setChange] = useState(() => changeOf(sheet));
  const save = useMutation({
    mutationFn: () => changeDocument(sheet.id, changeBody(sheet, change)),
    onSuccess: async () => {
      onClose();
      toastDone(t('saved'));
      await queries.invalidateQueries({ queryKey: documentsKey });
    },
  });
  const changed = changedKeys(sheet, change);
  return (
    <Dialog onClose={onClose} size="lg" title={t('edit')}>
      <Form
        verb={t('common:action.save')}
        pending={save.isPending}
        error={save.error}
        disabled={changed.length === 0 || !isSound(changed, change)}
        onSubmit={() => save.mutate()}
        wide
      >
        <ChangeFields sheet={sheet} change={change} onChange={setChange} errors={save.error ? fieldErrors(asProblem(save.error)) : {}} />
      </Form>
    </Dialog>
  );
}

type FieldsProps = {
  readonly sheet: DocumentSheet;
  readonly change: Change;
  readonly onChange: (change: Change) => void;
  readonly errors: Readonly<Record<string, string>>;
};

function ChangeFields({ sheet, change, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('documents');
  const open = (key: keyof Change): boolean => sheet.editable.includes(key);
  const text = (key: keyof Change) => ({
    value: change[key],
    error: errors[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange({ ...change, [key]: event.currentTarget.value }),
  });
  const day = (key: keyof Change) => ({
    value: change[key],
    error: errors[key],
    onChange: (value: string) => onChange({ ...change, [key]: value }),
  });
  return (
    <>
      <TypeAndNumber sheet={sheet} change={change} onChange={onChange} errors={errors} />
      {open('issuerName') ? <TextInput label={t('issuer')} required {...text('issuerName')} /> : null}
      {open('issuedOn') ? <DayInput label={t('issued_on')} {...day('issuedOn')} /> : null}
      {open('subject') ? <Textarea label={t('subject')} required rows={3} {...text('subject')} /> : null}
      <div className={css['pair']}>
        {open('signerPosition') ? <TextInput label={t('signer')} {...text('signerPosition')} /> : null}
        {open('urgency') ? (
          <NativeSelect
            label={t('urgency')}
            data={[{ value: '', label: t('urgencies.none') }, ...urgencies.map((one) => ({ value: one, label: t(`urgencies.${one}`) }))]}
            {...text('urgency')}
          />
        ) : null}
      </div>
      {open('replacesId') ? (
        <DocumentPicker
          label={t('replaces')}
          clearable
          value={change.replacesId || null}
          valueLabel={sheet.replaces ? `${sheet.replaces.code ?? t('no_code')} · ${sheet.replaces.subject}` : undefined}
          onChange={(id) => onChange({ ...change, replacesId: id ?? '' })}
        />
      ) : null}
      {open('recipients') ? <Textarea label={t('recipients')} rows={2} {...text('recipients')} /> : null}
      <div className={css['pair']}>
        {open('archiveHolder') ? <TextInput label={t('archive')} {...text('archiveHolder')} /> : null}
        {open('copies') ? <TextInput label={t('copies')} inputMode="numeric" {...text('copies')} /> : null}
        {open('handedOverOn') ? <DayInput label={t('handed_over')} {...day('handedOverOn')} /> : null}
        {open('paragraph') ? <TextInput label={t('paragraph_label')} inputMode="numeric" {...text('paragraph')} /> : null}
      </div>
      {open('sourceNote') ? <TextInput label={t('source_note')} {...text('sourceNote')} /> : null}
      {open('note') ? <TextInput label={t('note')} {...text('note')} /> : null}
    </>
  );
}

function TypeAndNumber({ sheet, change, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('documents');
  const types = useQuery(typesQuery);
  const isDraft = sheet.state === 'draft';
  const number = isDraft ? 'symbol' : 'code';
  if (!sheet.editable.includes('typeCode') && !sheet.editable.includes(number)) return null;
  const known = types.data ?? [];
  return (
    <div className={css['pair']}>
      <NativeSelect
        label={t('type')}
        data={[
          ...(sheet.typeCode === null ? [{ value: '', label: t('no_type') }] : []),
          ...known.map((type) => ({ value: type.code, label: type.abbreviation ? `${type.name} (${type.abbreviation})` : type.name })),
        ]}
        value={change.typeCode}
        error={errors['typeCode']}
        onChange={(event) => onChange({ ...change, typeCode: event.currentTarget.value })}
      />
      <TextInput
        label={t(number)}
        description={isDraft ? t('symbol_follows') : t('code_help')}
        value={change[number]}
        error={errors[number]}
        onChange={(event) => onChange({ ...change, [number]: event.currentTarget.value })}
      />
    </div>
  );
}
