// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { inspectionsKey, makeStatements, rewordStatement, type StatementPlace } from '../model/inspections.api.ts';
import { tokenOf } from '../model/quoted-figures.ts';
import { type Figure, type Severity, type Statement, type StatementKind, severities } from '../model/types.ts';

type Props = {
  readonly kind: StatementKind;
  readonly place: StatementPlace;
  readonly figures: readonly Figure[];
  readonly statement?: Statement;
  readonly onDone: () => void;
};

type Values = Pick<Statement, 'text' | 'cause' | 'severity' | 'reformField' | 'addressedTo'>;

function useSave({ kind, place, statement, onDone }: Props) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: Values) => {
      const body = {
        kind,
        ...values,
        text: values.text.trim(),
        cause: values.cause?.trim() || null,
        itemId: statement?.itemId ?? null,
        paragraph: statement?.paragraph ?? null,
      };
      return statement
        ? rewordStatement(statement.id, { ...body, version: statement.version })
        : makeStatements(place, { statements: [body] });
    },
    onSuccess: async () => {
      onDone();
      toastDone(t('statements.saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
}

/** What the team finds and what the unit proposes is filed by reform field; only a conclusion may be general. */
function isMissing(kind: StatementKind, { text, addressedTo, reformField }: Values): boolean {
  if (text.trim() === '') return true;
  if (kind === 'proposal' && !addressedTo?.trim()) return true;
  return (kind === 'strength' || kind === 'finding' || kind === 'proposal') && reformField === null;
}

export function StatementForm(props: Props) {
  const { kind, figures, statement, onDone } = props;
  const { t } = useTranslation(['inspections', 'common']);
  const [values, setValues] = useState<Values>({
    text: statement?.text ?? '',
    cause: statement?.cause ?? null,
    severity: statement?.severity ?? (kind === 'finding' ? 'shortcoming' : null),
    reformField: statement?.reformField ?? null,
    addressedTo: statement?.addressedTo ?? null,
  });
  const save = useSave(props);
  const needsField = kind !== 'conclusion';
  const fieldOptions = [
    { value: '', label: t(needsField ? 'statements.choose_field' : 'statements.no_field') },
    ...reformFields.map((field) => ({ value: field, label: t(`common:field.${field}`) })),
  ];
  const severityOptions = severities.map((one) => ({ value: one, label: t(`statements.severities.${one}`) }));
  const severityOf = (value: string): Severity => severities.find((one) => one === value) ?? 'shortcoming';
  return (
    <Form
      verb={t('statements.save')}
      pending={save.isPending}
      error={save.error}
      disabled={isMissing(kind, values)}
      asksMore
      onSubmit={() => save.mutate(values)}
      wide
      secondary={
        <Button variant="default" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      }
    >
      <TextWithFigures
        label={t(`statements.kind.${kind}`)}
        value={values.text}
        figures={figures}
        onChange={(text) => setValues({ ...values, text })}
      />
      {kind === 'finding' ? (
        <>
          <Textarea
            label={t('statements.cause')}
            rows={2}
            value={values.cause ?? ''}
            onChange={(event) => setValues({ ...values, cause: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('statements.severity')}
            data={severityOptions}
            value={values.severity ?? 'shortcoming'}
            onChange={(event) => setValues({ ...values, severity: severityOf(event.currentTarget.value) })}
          />
        </>
      ) : null}
      {kind === 'proposal' ? (
        <TextInput
          label={t('statements.addressed_to')}
          required
          value={values.addressedTo ?? ''}
          onChange={(event) => setValues({ ...values, addressedTo: event.currentTarget.value })}
        />
      ) : null}
      {kind === 'opinion' ? null : (
        <NativeSelect
          label={t('statements.field')}
          data={fieldOptions}
          required={needsField}
          value={values.reformField ?? ''}
          onChange={(event) => setValues({ ...values, reformField: reformFields.find((one) => one === event.currentTarget.value) ?? null })}
        />
      )}
    </Form>
  );
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly figures: readonly Figure[];
  readonly onChange: (text: string) => void;
};

/** A text into which stored figures are put by choosing, not by typing digits. */
function TextWithFigures({ label, value, figures, onChange }: TextProps) {
  const { t } = useTranslation('inspections');
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (code: string): void => {
    const figure = figures.find((one) => one.code === code);
    if (!figure) return;
    const at = area.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}${tokenOf(figure)}${value.slice(at)}`);
    area.current?.focus();
  };
  return (
    <>
      <Textarea
        ref={area}
        label={label}
        description={figures.length > 0 ? t('statements.figure_help') : null}
        required
        rows={4}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {figures.length > 0 ? (
        <NativeSelect
          label={t('statements.insert_figure')}
          data={[
            { value: '', label: t('statements.choose_figure') },
            ...figures.map((figure) => ({ value: figure.code, label: figure.label })),
          ]}
          value=""
          onChange={(event) => insert(event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}
