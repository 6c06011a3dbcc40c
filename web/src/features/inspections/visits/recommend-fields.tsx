// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReformField, reformFields } from '../../../shared/session/session.ts';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';

export type RecommendationValues = {
  readonly text: string;
  readonly dueOn: string;
  readonly ownerPosition: string;
  readonly reformField: ReformField | null;
};
export const emptyRecommendation: RecommendationValues = { text: '', dueOn: '', ownerPosition: '', reformField: null };

/** What is sent for a recommendation. */
export function recommendationBody(values: RecommendationValues) {
  return {
    text: values.text.trim(),
    reformField: values.reformField,
    dueOn: values.dueOn || null,
    ownerPosition: values.ownerPosition.trim() || null,
  };
}

type Props = { readonly values: RecommendationValues; readonly onValues: (values: RecommendationValues) => void };

export function RecommendFields({ values, onValues }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  return (
    <>
      <Textarea
        label={t('recommend.text')}
        required
        rows={3}
        value={values.text}
        onChange={(event) => onValues({ ...values, text: event.currentTarget.value })}
      />
      <DayInput label={t('recommend.due')} value={values.dueOn} onChange={(dueOn) => onValues({ ...values, dueOn })} />
      <TextInput
        label={t('recommend.owner')}
        value={values.ownerPosition}
        onChange={(event) => onValues({ ...values, ownerPosition: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('statements.field')}
        data={[
          { value: '', label: t('statements.no_field') },
          ...reformFields.map((field) => ({ value: field, label: t(`common:field.${field}`) })),
        ]}
        value={values.reformField ?? ''}
        onChange={(event) => onValues({ ...values, reformField: reformFields.find((one) => one === event.currentTarget.value) ?? null })}
      />
    </>
  );
}
