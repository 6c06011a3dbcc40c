// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { chooseLanguage } from '../shared/i18n/i18n.ts';
import { languages } from '../shared/i18n/language.ts';
import { Mark } from '../shared/ui/mark.tsx';
import css from './citizen-layout.module.css';
import { LeaveGuard } from './leave-guard.tsx';

/** What stands around the pages for citizens: two places, the language, and the way in for officials. */
export function CitizenLayout() {
  const { t, i18n } = useTranslation(['citizen', 'common']);
  return (
    <div className={css['page']}>
      <a className="skip" href="#content">
        {t('common:skip')}
      </a>
      <header className={`${css['bar']} no-print`}>
        <Link to="/online" className={css['brand']}>
          <Mark size={22} />
          <span>{t('place')}</span>
        </Link>
        <nav aria-label={t('nav')} className={css['places']}>
          <NavLink to="/online" end>
            {t('nav_submit')}
          </NavLink>
          <NavLink to="/online/lookup">{t('nav_lookup')}</NavLink>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={css['content']}>
        <Outlet />
      </main>
      <footer className={`${css['foot']} no-print`}>
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
        <Link to="/sign-in">{t('officers')}</Link>
      </footer>
      <LeaveGuard />
    </div>
  );
}
