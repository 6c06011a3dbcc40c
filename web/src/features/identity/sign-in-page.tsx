// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.ts';
import { chooseLanguage } from '../../shared/i18n/i18n.ts';
import { languages } from '../../shared/i18n/language.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { Mark } from '../../shared/ui/mark.tsx';
import { useAuthError } from './auth-error.ts';
import { CodeForm } from './code-form.tsx';
import css from './sign-in.module.css';

/** Only a path of our own is gone back to, never another site. */
function wayBack(search: URLSearchParams): string {
  const back = search.get('back') ?? '';
  return /^\/(?![/\\])/.test(back) ? back : '/work';
}

export function SignInPage() {
  const { t, i18n } = useTranslation(['identity', 'common']);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [needsCode, setNeedsCode] = useState(false);
  const title = t(needsCode ? 'sign_in.code_title' : 'sign_in.title');
  useEffect(() => {
    document.title = `${title} · Tường Minh`;
  }, [title]);
  const enter = async (): Promise<void> => {
    queries.clear();
    await navigate(wayBack(search), { replace: true });
  };
  return (
    <main className={css['page']}>
      <div className={css['sheet']}>
        <p className={css['brand']}>
          <Mark size={26} />
          <span>{t('common:product')}</span>
        </p>
        <p className={css['lead']}>{t('sign_in.lead')}</p>
        <h1 className={css['title']}>{title}</h1>
        {needsCode ? <CodeForm onDone={enter} /> : <PasswordForm onDone={enter} onCode={() => setNeedsCode(true)} />}
        <p className="soft small">{t('sign_in.help')}</p>
        <p className="small">
          {t('sign_in.citizens')} <Link to="/online">{t('sign_in.submit_online')}</Link> ·{' '}
          <Link to="/online/lookup">{t('sign_in.look_up')}</Link>
        </p>
        <p className={css['languages']}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void chooseLanguage(language)}
            >
              {t(`common:language.${language}`)}
            </button>
          ))}
        </p>
      </div>
    </main>
  );
}

function PasswordForm({ onDone, onCode }: { readonly onDone: () => Promise<void>; readonly onCode: () => void }) {
  const { t } = useTranslation('identity');
  const authError = useAuthError();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post<{ twoFactorRedirect?: boolean }>('/auth/sign-in/email', { email: email.trim(), password }),
    onSuccess: (answer) => (answer.twoFactorRedirect ? onCode() : onDone()),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextInput
        label={t('sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        size="md"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('sign_in.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemNotice error={authError(signIn.error)} />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('sign_in.submit')}
      </Button>
    </form>
  );
}
