// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../shared/api/client.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { chooseLanguage } from '../shared/i18n/i18n.ts';
import { languages } from '../shared/i18n/language.ts';
import type { Session } from '../shared/session/session.ts';
import { toastProblem } from '../shared/ui/feedback/toasts.tsx';
import { IconChevronDown, IconSearch } from '../shared/ui/icons.ts';
import { Mark } from '../shared/ui/mark.tsx';
import { AsOfPicker } from './as-of-picker.tsx';
import css from './shell.module.css';

const SearchPalette = lazy(() => import('./search-palette.tsx').then((file) => ({ default: file.SearchPalette })));

export function TopBar({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  useHotkeys([['mod+K', () => setSearching(true)]], []);
  const unit = session.positions[0]?.unitName ?? session.grants[0]?.unitName;
  return (
    <header className={`${css['bar']} no-print`}>
      <Link to="/work" className={css['barBrand']} aria-label={t('product')}>
        <Mark />
      </Link>
      <div className={css['where']}>
        {unit ? <span className={css['unit']}>{unit}</span> : null}
        <AsOfPicker />
      </div>
      <button type="button" className={css['search']} onClick={() => setSearching(true)} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span>{t('top.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <PersonMenu session={session} />
      {searching ? (
        <Suspense>
          <SearchPalette session={session} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}

function PersonMenu({ session }: { readonly session: Session }) {
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
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="compact-md"
          aria-label={t('top.person', { name: session.account.name })}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          className={css['person'] ?? ''}
        >
          <span className={css['personName']}>{session.account.name}</span>
          <span className={css['initials']} aria-hidden="true">
            {initials(session.account.name)}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className={css['menuName']}>{session.account.name}</span>
          <br />
          {session.account.position ?? session.account.email}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('top.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('language.label')}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void chooseLanguage(language).then(() => queryClient.invalidateQueries())}
            aria-current={i18n.language === language || undefined}
            rightSection={i18n.language === language ? '✓' : null}
          >
            {t(`language.${language}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('top.sign_out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
