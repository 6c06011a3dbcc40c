// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../shared/api/client.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { chooseLanguage } from '../shared/i18n/i18n.ts';
import { languages } from '../shared/i18n/language.ts';
import { choosePosition } from '../shared/session/position.ts';
import type { Session } from '../shared/session/session.ts';
import { forgetUnsaved, hasUnsaved } from '../shared/session/unsaved.ts';
import { lazyPart } from '../shared/ui/feedback/lazy-part.tsx';
import { toastProblem } from '../shared/ui/feedback/toasts.tsx';
import { IconChevronDown } from '../shared/ui/icons.ts';
import { DropPanel } from '../shared/ui/layout/drop-panel.tsx';
import css from './shell.module.css';

const LeaveDialog = lazyPart(() => import('./leave-dialog.tsx').then((file) => file.LeaveDialog));

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
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      width={260}
      label={t('top.person', { name })}
      button={(press) => (
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="compact-md"
          aria-label={t('top.person', { name })}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          className={css['person'] ?? ''}
          {...press}
        >
          <span className={css['personName']}>{name}</span>
          <span className={css['initials']} aria-hidden="true">
            {initials(name)}
          </span>
        </Button>
      )}
    >
      <p className={css['menuName']}>{name}</p>
      <p className="small soft">{position ?? email}</p>
      <MenuItems onDone={() => setOpened(false)} />
    </DropPanel>
  );
}

function MenuItems({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const signOut = async (): Promise<void> => {
    try {
      await api.post('/auth/sign-out', {});
      forgetUnsaved();
      choosePosition(null);
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
        <button type="button" onClick={() => (hasUnsaved() ? setAsking(true) : void signOut())}>
          {t('top.sign_out')}
        </button>
        {asking ? (
          <Suspense>
            <LeaveDialog onStay={onDone} onLeave={() => void signOut()} />
          </Suspense>
        ) : null}
      </li>
    </ul>
  );
}
