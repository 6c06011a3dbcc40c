// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { UnitPicker } from '../units/index.ts';
import { type Entry, type EntryKind, urgencies } from './document-draft.ts';
import { typesQuery } from './documents.api.ts';
import css from './documents.module.css';

type Props = {
  readonly kind: EntryKind;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  readonly errors: Readonly<Record<string, string>>;
};
type Typed = { readonly currentTarget: { readonly value: string } };

export function EntryFields(props: Props) {
  const { entry, onEntry, errors } = props;
  const { t } = useTranslation('documents');
  const text = (key: keyof Entry & string) => ({
    value: String(entry[key] ?? ''),
    error: errors[key],
    onChange: (event: Typed) => onEntry({ ...entry, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <UnitPicker label={t('unit')} required value={entry.unit} onChange={(unit) => onEntry({ ...entry, unit })} error={errors['unitId']} />
      <TypeAndCode {...props} />
      {props.kind === 'draft' ? null : (
        <>
          <TextInput label={t('issuer')} required={props.kind === 'incoming'} {...text('issuerName')} />
          <div className={css['pair']}>
            <DayInput
              label={t('issued_on')}
              required={props.kind === 'recorded'}
              value={entry.issuedOn}
              onChange={(issuedOn) => onEntry({ ...entry, issuedOn })}
              error={errors['issuedOn']}
            />
            {props.kind === 'incoming' ? (
              <DayInput
                label={t('received_on')}
                required
                value={entry.receivedOn}
                onChange={(receivedOn) => onEntry({ ...entry, receivedOn })}
                error={errors['receivedOn']}
              />
            ) : null}
          </div>
        </>
      )}
      <Textarea label={t('subject')} required rows={3} {...text('subject')} />
      <div className={css['pair']}>
        <TextInput label={t('signer')} {...text('signerPosition')} />
        <NativeSelect
          label={t('urgency')}
          data={[{ value: '', label: t('urgencies.none') }, ...urgencies.map((one) => ({ value: one, label: t(`urgencies.${one}`) }))]}
          {...text('urgency')}
        />
      </div>
      <Textarea label={t('recipients')} rows={2} {...text('recipients')} />
      <TextInput label={t('note')} {...text('note')} />
      {props.kind === 'incoming' ? <TextInput label={t('date_reason')} {...text('dateReason')} /> : null}
    </>
  );
}

function TypeAndCode({ kind, entry, onEntry, errors }: Props) {
  const { t } = useTranslation('documents');
  const types = useQuery(typesQuery);
  const options = [
    { value: '', label: kind === 'draft' ? '' : t('from_symbol') },
    ...(types.data ?? []).map((type) => ({
      value: type.code,
      label: type.abbreviation ? `${type.name} (${type.abbreviation})` : type.name,
    })),
  ];
  return (
    <div className={css['pair']}>
      <NativeSelect
        label={t('type')}
        required={kind === 'draft'}
        data={options}
        value={entry.typeCode}
        error={errors['typeCode']}
        onChange={(event) => onEntry({ ...entry, typeCode: event.currentTarget.value })}
      />
      {kind === 'draft' ? (
        <TextInput
          label={t('symbol')}
          description={t('symbol_help')}
          value={entry.symbol}
          error={errors['symbol']}
          onChange={(event) => onEntry({ ...entry, symbol: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label={t('code')}
          description={t('code_help')}
          required={kind === 'recorded'}
          value={entry.code}
          error={errors['code']}
          onChange={(event) => onEntry({ ...entry, code: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
