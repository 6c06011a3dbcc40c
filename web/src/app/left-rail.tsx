// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { IconMenu2 } from '../shared/ui/icons.ts';
import { Mark } from '../shared/ui/mark.tsx';
import { administrationIcon as AdministrationIcon, administration, openPlaces, type Place, places } from './places.ts';
import css from './shell.module.css';

/** The places: a rail at the left of a desk screen, a bar at the foot of a phone. */
export function LeftRail({ permissions }: { readonly permissions: readonly string[] }) {
  const { t } = useTranslation();
  const main = openPlaces(places, permissions);
  const rest = openPlaces(administration, permissions);
  return (
    <>
      <div className={`${css['rail']} no-print`}>
        <nav aria-label={t('nav.label')}>
          <Link to="/work" className={css['brand']}>
            <Mark />
            <span>{t('product')}</span>
          </Link>
          <ul className={css['places']}>
            {main.map((place) => (
              <PlaceLink key={place.key} place={place} />
            ))}
          </ul>
          {rest.length > 0 ? (
            <>
              <p className={css['railHead']}>{t('nav.administration')}</p>
              <ul className={css['places']}>
                {rest.map((place) => (
                  <PlaceLink key={place.key} place={place} />
                ))}
              </ul>
            </>
          ) : null}
        </nav>
      </div>
      <FootBar main={main} rest={rest} />
    </>
  );
}

function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const Icon = place.icon;
  // The figures are a room of the scoring place.
  const isRoom = place.key === 'scoring' && /^\/figures(\/|$)/.test(pathname);
  const To = isRoom ? Link : NavLink;
  return (
    <li>
      <To to={place.to} className={css['place'] ?? ''} {...(isRoom ? { 'aria-current': 'page' } : {})} {...(onGo ? { onClick: onGo } : {})}>
        {Icon ? <Icon size={19} stroke={1.5} aria-hidden="true" /> : null}
        <span>{t(`nav.${place.key}`)}</span>
      </To>
    </li>
  );
}

function FootBar({ main, rest }: { readonly main: readonly Place[]; readonly rest: readonly Place[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const opened = openAt === pathname;
  const close = (): void => setOpenAt(null);
  const shown = rest.length > 0 || main.length > 5 ? main.slice(0, 4) : main;
  const hidden = [...main.slice(shown.length), ...rest];
  return (
    <nav className={`${css['foot']} no-print`} aria-label={t('nav.label')}>
      {opened ? (
        <ul className={css['sheet']}>
          {hidden.map((place) => (
            <PlaceLink key={place.key} place={place} onGo={close} />
          ))}
        </ul>
      ) : null}
      <ul className={css['footPlaces']}>
        {shown.map((place) => (
          <PlaceLink key={place.key} place={place} onGo={close} />
        ))}
        {hidden.length > 0 ? (
          <li>
            <button type="button" className={css['place']} aria-expanded={opened} onClick={() => setOpenAt(opened ? null : pathname)}>
              {main.length > shown.length ? (
                <IconMenu2 size={19} stroke={1.5} aria-hidden="true" />
              ) : (
                <AdministrationIcon size={19} stroke={1.5} aria-hidden="true" />
              )}
              <span>{t(main.length > shown.length ? 'nav.more' : 'nav.administration')}</span>
            </button>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
