// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './citizen.module.css';
import { isEmail, isIdentityNumber, isPhone, type SubmissionDraft } from './submission-draft.ts';

const kinds = ['1', '2', '3'] as const;
type TextKey = 'name' | 'phone' | 'identityNumber' | 'email' | 'address' | 'subject';

/** Who hands the dossier in; what is wrong with a field is told when it is left. */
export function PersonFields({ draft, onDraft }: { readonly draft: SubmissionDraft; readonly onDraft: (draft: SubmissionDraft) => void }) {
  const { t } = useTranslation('citizen');
  const [left, setLeft] = useState<readonly TextKey[]>([]);
  const wrong = (key: TextKey, isRight: (text: string) => boolean, sentence: string): string | null =>
    left.includes(key) && draft[key] !== '' && !isRight(draft[key]) ? sentence : null;
  const text = (key: TextKey, maxLength: number) => ({
    size: 'md' as const,
    value: draft[key],
    maxLength,
    onBlur: () => setLeft([...left, key]),
    onChange: (event: { currentTarget: HTMLInputElement }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <div className={css['person']}>
      <NativeSelect
        size="md"
        label={t('kind')}
        value={String(draft.kind)}
        data={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(event) => onDraft({ ...draft, kind: Number(event.currentTarget.value) })}
      />
      <TextInput {...text('name', 300)} label={t('name')} required autoComplete="name" />
      <TextInput
        {...text('phone', 20)}
        label={t('phone')}
        description={t('phone_help')}
        error={wrong('phone', isPhone, t('phone_wrong'))}
        required
        type="tel"
        autoComplete="tel"
      />
      <TextInput
        {...text('identityNumber', 30)}
        label={t('identity')}
        error={wrong(
          'identityNumber',
          (number) => isIdentityNumber(number, draft.kind),
          t(draft.kind === 1 ? 'identity_wrong' : 'company_wrong'),
        )}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <TextInput
        {...text('email', 254)}
        label={t('email')}
        description={t('email_help')}
        error={wrong('email', isEmail, t('email_wrong'))}
        type="email"
        autoComplete="email"
      />
      <TextInput {...text('address', 500)} label={t('address')} autoComplete="street-address" />
      <TextInput {...text('subject', 1000)} label={t('subject')} autoComplete="off" />
      <p className="soft small">{t('privacy')}</p>
    </div>
  );
}
