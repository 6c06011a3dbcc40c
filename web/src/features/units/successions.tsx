// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import type { Succession } from './units.api.ts';
import css from './units.module.css';

/** Units that came before or after, with the day and the decision. */
export function Successions({ title, of: successions }: { readonly title: string; readonly of: readonly Succession[] }) {
  const { t } = useTranslation('units');
  if (successions.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={css['successions']}>
        {successions.map(({ unit, kind, onDay, divided, decision }) => (
          <li key={`${unit?.id} ${onDay}`}>
            {unit ? unit.reachable ? <Link to={`/units/${unit.id}`}>{unit.name}</Link> : unit.name : t('dissolved')}
            <span className="soft">
              {' '}
              · {t(`kind.${kind}`)}
              {divided ? ` (${t('divided')})` : ''} {t('on_day', { day: formatDay(onDay) })}
              {decision ? `, ${t('decision', { decision })}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
