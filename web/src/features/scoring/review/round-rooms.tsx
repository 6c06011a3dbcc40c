// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCan } from '../../../shared/session/session.ts';
import css from '../../../shared/ui/layout/score-rooms.module.css';

const rooms = [
  { key: 'overview', path: '', permission: 'scoring.read_rounds' },
  { key: 'queue', path: '/queue', permission: 'scoring.appraise' },
  { key: 'objections', path: '/objections', permission: 'scoring.read_rounds' },
  { key: 'consistency', path: '/consistency', permission: 'scoring.read_rounds' },
  { key: 'evidence', path: '/evidence', permission: 'scoring.read_rounds' },
  { key: 'survey', path: '/survey', permission: 'scoring.read_rounds' },
] as const;

/** The pages of one round, at the head of each of them. */
export function RoundRooms({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('review');
  const can = useCan();
  return (
    <nav className={`${css['rooms']} no-print`} aria-label={t('rooms.label')}>
      {rooms
        .filter(({ permission }) => can(permission))
        .map(({ key, path }) => (
          <NavLink key={key} to={`/scoring/rounds/${roundId}${path}`} end className={css['room'] ?? ''}>
            {t(`rooms.${key}`)}
          </NavLink>
        ))}
    </nav>
  );
}
