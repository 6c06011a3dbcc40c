// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCan } from '../../session/session.ts';
import css from './score-rooms.module.css';

const rooms = [
  { key: 'rounds', to: '/scoring', permission: 'scoring.read_rounds' },
  { key: 'figures', to: '/figures', permission: 'figures.read' },
  { key: 'cross_table', to: '/figures/tables', permission: 'figures.read' },
  { key: 'service_index', to: '/scoring/service-index', permission: 'scoring.read_service_index' },
  { key: 'criteria', to: '/scoring/sets', permission: 'scoring.read' },
] as const;

/** The rooms behind the place "Chấm điểm", at the head of each of them. */
export function ScoreRooms() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <nav className={`${css['rooms']} no-print`} aria-label={t('nav.scoring')}>
      {rooms
        .filter(({ permission }) => can(permission))
        .map(({ key, to }) => (
          <NavLink key={key} to={to} end className={css['room'] ?? ''}>
            {t(`nav.${key}`)}
          </NavLink>
        ))}
    </nav>
  );
}
