// SPDX-License-Identifier: Apache-2.0
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../shared/api/client.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { chooseLanguage } from '../shared/i18n/i18n.ts';
import { languages } from '../shared/i18n/language.ts';
import type { Session } from '../shared/session/session.ts';
import { toastProblem } from '../shared/ui/feedback/toasts.tsx';
import { IconChevronDown } from '../shared/ui/icons.ts';
import css from './shell.module.css';

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Who is signed in, the language, the account and the way out. */
export function PersonMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { name, position, email } = session.account;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="compact-md"
          aria-label={t('top.person', { name })}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          className={css['person'] ?? ''}
          onClick={() => setOpened((now) => !now)}
        >
          <span className={css['personName']}>{name}</span>
          <span className={css['initials']} aria-hidden="true">
            {initials(name)}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('top.person', { name })}>
        <p className={css['menuName']}>{name}</p>
        <p className="small soft">{position ?? email}</p>
        <MenuItems onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function MenuItems({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await api.post('/auth/sign-out', {});
      queryClient.clear();
      await navigate('/sign-in');
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <ul className={css['menu']}>
      <li>
        <Link to="/account" onClick={onDone}>
          {t('top.account')}
        </Link>
      </li>
      <li className={css['menuLanguages']}>
        <fieldset aria-label={t('language.label')}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void chooseLanguage(language).then(() => queryClient.invalidateQueries())}
            >
              {t(`language.${language}`)}
            </button>
          ))}
        </fieldset>
      </li>
      <li>
        <button type="button" onClick={() => void signOut()}>
          {t('top.sign_out')}
        </button>
      </li>
    </ul>
  );
}
