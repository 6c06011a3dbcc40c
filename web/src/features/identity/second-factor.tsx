// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.ts';
import { sessionQuery } from '../../shared/session/session.ts';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import css from './account.module.css';
import { useAuthError } from './auth-error.ts';

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] };

export function SecondFactor({ enabled }: { readonly enabled: boolean }) {
  const { t } = useTranslation('identity');
  const authError = useAuthError();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const done = async (text: string): Promise<void> => {
    setAsking(false);
    setPassword('');
    start.reset();
    toastDone(text);
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const start = useMutation({
    mutationFn: () => api.post<Enrolment>(enabled ? '/auth/two-factor/disable' : '/auth/two-factor/enable', { password }),
    onSuccess: () => (enabled ? done(t('account.disabled')) : undefined),
  });
  if (start.data && !enabled) return <Enrol enrolment={start.data} onDone={() => done(t('account.enabled'))} />;
  const verb = t(enabled ? 'account.disable' : 'account.enable');
  return (
    <div className="stack">
      <StateBadge tone={enabled ? 'on_course' : 'paused'}>{t(enabled ? 'account.factor_on' : 'account.factor_off')}</StateBadge>
      {asking ? (
        <Form verb={verb} pending={start.isPending} error={authError(start.error)} onSubmit={() => start.mutate()}>
          <PasswordInput
            label={t('account.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Form>
      ) : (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {verb}
          </Button>
        </div>
      )}
    </div>
  );
}

async function qrImage(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode');
  return qrcode.toString(text, { type: 'svg', margin: 1 });
}

function Enrol({ enrolment, onDone }: { readonly enrolment: Enrolment; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('identity');
  const authError = useAuthError();
  const [code, setCode] = useState('');
  const image = useQuery({
    queryKey: ['qr', enrolment.totpURI],
    queryFn: () => qrImage(enrolment.totpURI),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  const finish = useMutation({
    mutationFn: () => api.post('/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
    onSuccess: onDone,
  });
  return (
    <div className={css['enrol']}>
      <div className={css['qr']}>
        {image.data ? (
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(image.data)}`} alt={t('account.scan')} width={182} height={182} />
        ) : null}
      </div>
      <div className="stack">
        <p>{t('account.scan')}</p>
        <p className="small">
          {t('account.secret')} <span className={css['secret']}>{secret}</span>
        </p>
        <Form verb={t('account.finish')} pending={finish.isPending} error={authError(finish.error)} onSubmit={() => finish.mutate()}>
          <TextInput
            label={t('sign_in.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </Form>
        <h3>{t('account.codes')}</h3>
        <p className="small soft">{t('account.codes_help')}</p>
        <ul className={css['codes']}>
          {enrolment.backupCodes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
