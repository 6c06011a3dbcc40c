// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './desk.module.css';
import type { ReceptionDraft } from './reception-draft.ts';

type Props = {
  readonly draft: ReceptionDraft;
  readonly onDraft: (draft: ReceptionDraft) => void;
  /** Refusals of the server by path of the field. */
  readonly errors: Readonly<Record<string, string>>;
};

const channels = ['1', '2', '3'] as const;
const kinds = ['1', '2', '3'] as const;

/** Who hands the dossier in, how, and what it is about. */
export function ApplicantFields({ draft, onDraft, errors }: Props) {
  const { t } = useTranslation('desk');
  const text = (key: 'name' | 'identityNumber' | 'phone' | 'email' | 'address', maxLength: number) => ({
    label: t(`applicant.${key}`),
    value: draft[key],
    maxLength,
    error: errors[`applicant.${key}`],
    onChange: (event: { currentTarget: HTMLInputElement }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <fieldset className={css['group']}>
      <legend>{t('applicant.title')}</legend>
      <div className={css['pair']}>
        <NativeSelect
          label={t('applicant.kind')}
          value={String(draft.kind)}
          data={kinds.map((kind) => ({ value: kind, label: t(`applicant.kinds.${kind}`) }))}
          onChange={(event) => onDraft({ ...draft, kind: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('channel')}
          value={String(draft.channel)}
          data={channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
          onChange={(event) => onDraft({ ...draft, channel: Number(event.currentTarget.value) })}
        />
      </div>
      <TextInput {...text('name', 300)} required autoComplete="off" />
      <div className={css['pair']}>
        <TextInput {...text('identityNumber', 30)} autoComplete="off" autoCapitalize="characters" />
        <TextInput {...text('phone', 30)} type="tel" autoComplete="off" />
      </div>
      <TextInput {...text('email', 254)} type="email" autoComplete="off" />
      <TextInput {...text('address', 500)} autoComplete="off" />
      <TextInput
        label={t('subject')}
        description={t('subject_help')}
        value={draft.subject}
        maxLength={1000}
        error={errors['subject']}
        onChange={(event) => onDraft({ ...draft, subject: event.currentTarget.value })}
      />
    </fieldset>
  );
}
