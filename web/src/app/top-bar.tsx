// SPDX-License-Identifier: Apache-2.0
import { useHotkeys } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Session, unitOf } from '../shared/session/session.ts';
import { lazyPart } from '../shared/ui/feedback/lazy-part.tsx';
import { IconSearch } from '../shared/ui/icons.ts';
import { Mark } from '../shared/ui/mark.tsx';
import { AsOfPicker } from './as-of-picker.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PositionSwitch } from './position-switch.tsx';
import css from './shell.module.css';

const SearchPalette = lazyPart(() => import('./search-palette.tsx').then((file) => file.SearchPalette));

export function TopBar({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  useHotkeys([['mod+K', () => setSearching(true)]], []);
  const unit = unitOf(session);
  return (
    <header className={`${css['bar']} no-print`}>
      <Link to="/work" className={css['barBrand']} aria-label={t('product')}>
        <Mark />
      </Link>
      <div className={css['where']}>
        {session.positions.length > 1 ? <PositionSwitch session={session} /> : unit ? <span className={css['unit']}>{unit}</span> : null}
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
