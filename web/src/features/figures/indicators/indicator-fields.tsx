// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import { type IndicatorDraft, periodKinds } from './indicator-draft.ts';
import { measuresQuery } from './indicators.api.ts';

type Props = { readonly draft: IndicatorDraft; readonly onChange: (next: IndicatorDraft) => void };

/** What an indicator is: name, both parts, value, periods, direction and law. */
export function IndicatorFields({ draft, onChange }: Props) {
  const { t } = useTranslation('figures');
  const set = (part: Partial<IndicatorDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <TextInput required label={t('column.indicator')} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      <NativeSelect
        label={t('column.field')}
        value={draft.reformField}
        data={reformFields.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(event) => set({ reformField: event.currentTarget.value as IndicatorDraft['reformField'] })}
      />
      <NativeSelect
        label={t('manage.kind')}
        value={draft.kind}
        data={(['ratio', 'count'] as const).map((value) => ({ value, label: t(`manage.kinds.${value}`) }))}
        onChange={(event) => {
          const kind = event.currentTarget.value as IndicatorDraft['kind'];
          // A count is no percent; what else was typed stays.
          const unitOfMeasure = kind === 'count' && draft.unitOfMeasure === '%' ? '' : draft.unitOfMeasure;
          set({ kind, unitOfMeasure: kind === 'ratio' && unitOfMeasure === '' ? '%' : unitOfMeasure });
        }}
      />
      <OperandFields
        title={draft.kind === 'count' ? t('column.number') : t('column.numerator')}
        value={draft.numerator}
        onChange={(numerator) => set({ numerator })}
      />
      {draft.kind === 'ratio' ? (
        <OperandFields title={t('column.denominator')} value={draft.denominator} onChange={(denominator) => set({ denominator })} />
      ) : null}
      <ValueFields draft={draft} onChange={onChange} />
      <Checkbox.Group
        label={t('manage.period_kinds')}
        value={[...draft.periodKinds]}
        onChange={(kinds) => set({ periodKinds: periodKinds.filter((kind) => kinds.includes(kind)) })}
      >
        <Group mt="xs">
          {periodKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`manage.period_kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput label={t('law')} value={draft.legalBasis} onChange={(event) => set({ legalBasis: event.currentTarget.value })} />
      <Textarea label={t('manage.note')} value={draft.note} autosize onChange={(event) => set({ note: event.currentTarget.value })} />
    </>
  );
}

type OperandProps = {
  readonly title: string;
  readonly value: IndicatorDraft['numerator'];
  readonly onChange: (next: IndicatorDraft['numerator']) => void;
};

function OperandFields({ title, value, onChange }: OperandProps) {
  const { t } = useTranslation('figures');
  const measures = useQuery(measuresQuery);
  const chosen = measures.data?.rows.find((one) => one.code === value.measure);
  return (
    <>
      <TextInput
        required
        label={t('manage.part_label', { part: title })}
        value={value.label}
        onChange={(event) => onChange({ ...value, label: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('manage.part_source', { part: title })}
        description={chosen?.sentence ?? null}
        value={value.measure ?? ''}
        data={[
          { value: '', label: t('manage.entered') },
          ...(measures.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => onChange({ ...value, measure: event.currentTarget.value || null })}
      />
    </>
  );
}

function ValueFields({ draft, onChange }: Props) {
  const { t } = useTranslation('figures');
  const set = (part: Partial<IndicatorDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <TextInput
        required
        label={t('manage.unit_of_measure')}
        value={draft.unitOfMeasure}
        onChange={(event) => set({ unitOfMeasure: event.currentTarget.value })}
      />
      {draft.kind === 'ratio' ? (
        <Group grow align="start">
          <TextInput
            label={t('manage.scale')}
            inputMode="numeric"
            value={draft.scale}
            onChange={(event) => set({ scale: event.currentTarget.value })}
          />
          <TextInput
            label={t('manage.decimals')}
            inputMode="numeric"
            value={draft.decimals}
            onChange={(event) => set({ decimals: event.currentTarget.value })}
          />
        </Group>
      ) : null}
      <NativeSelect
        label={t('aggregation')}
        value={draft.aggregation}
        data={(['sum', 'none'] as const).map((value) => ({ value, label: t(`aggregations.${value}`) }))}
        onChange={(event) => set({ aggregation: event.currentTarget.value as IndicatorDraft['aggregation'] })}
      />
      <NativeSelect
        label={t('direction')}
        value={draft.direction}
        data={(['higher', 'lower', 'none'] as const).map((value) => ({ value, label: t(`directions.${value}`) }))}
        onChange={(event) => set({ direction: event.currentTarget.value as IndicatorDraft['direction'] })}
      />
      {draft.direction === 'none' ? null : (
        <Group grow align="start">
          <TextInput
            label={t('manage.good_from')}
            inputMode="decimal"
            value={draft.goodFrom}
            onChange={(event) => set({ goodFrom: event.currentTarget.value })}
          />
          <TextInput
            label={t('manage.warn_from')}
            inputMode="decimal"
            value={draft.warnFrom}
            onChange={(event) => set({ warnFrom: event.currentTarget.value })}
          />
        </Group>
      )}
    </>
  );
}
