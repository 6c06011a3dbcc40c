// SPDX-License-Identifier: Apache-2.0
import { PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.ts';
import { sessionQuery } from '../../shared/session/session.ts';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { useAuthError } from './auth-error.ts';

const empty = { current: '', next: '', repeat: '' };

export function PasswordChange() {
  const { t } = useTranslation('identity');
  const authError = useAuthError();
  const queries = useQueryClient();
  const [values, setValues] = useState(empty);
  const differs = values.repeat !== '' && values.repeat !== values.next;
  const change = useMutation({
    mutationFn: () =>
      api.post('/auth/change-password', { currentPassword: values.current, newPassword: values.next, revokeOtherSessions: true }),
    onSuccess: async () => {
      setValues(empty);
      toastDone(t('account.changed'));
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const field = (key: keyof typeof empty) => ({
    value: values[key],
    onChange: (event: { currentTarget: HTMLInputElement }) => setValues({ ...values, [key]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
  });
  return (
    <Form
      verb={t('account.change')}
      pending={change.isPending}
      error={authError(change.error)}
      disabled={differs || values.repeat === ''}
      onSubmit={() => change.mutate()}
    >
      <PasswordInput label={t('account.current')} autoComplete="current-password" {...field('current')} />
      <PasswordInput
        label={t('account.new')}
        description={t('account.new_help')}
        autoComplete="new-password"
        minLength={10}
        {...field('next')}
      />
      <PasswordInput
        label={t('account.repeat')}
        autoComplete="new-password"
        error={differs ? t('account.repeat_differs') : null}
        {...field('repeat')}
      />
    </Form>
  );
}
