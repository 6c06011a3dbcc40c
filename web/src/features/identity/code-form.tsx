// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { useAuthError } from './auth-error.ts';

/** The second factor: a code of the app, or one of the backup codes. */
export function CodeForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('identity');
  const authError = useAuthError();
  const [code, setCode] = useState('');
  const [backup, setBackup] = useState(false);
  const verify = useMutation({
    mutationFn: () =>
      api.post(backup ? '/auth/two-factor/verify-backup-code' : '/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
    onSuccess: onDone,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <TextInput
        label={t(backup ? 'sign_in.backup' : 'sign_in.code')}
        required
        withAsterisk={false}
        size="md"
        autoFocus
        autoComplete="one-time-code"
        inputMode={backup ? 'text' : 'numeric'}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ProblemNotice error={authError(verify.error)} />
      <Button type="submit" size="md" loading={verify.isPending}>
        {t('sign_in.verify')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        c="var(--ink-soft)"
        onClick={() => {
          setBackup(!backup);
          setCode('');
          verify.reset();
        }}
      >
        {t(backup ? 'sign_in.use_code' : 'sign_in.use_backup')}
      </Button>
    </form>
  );
}
