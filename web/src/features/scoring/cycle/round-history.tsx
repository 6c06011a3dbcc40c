// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { RoundSheet } from './cycle.api.ts';
import css from './cycle.module.css';

/** The steps of a round or of a sheet: when, who, and why where it was told. */
export function RoundHistory({ of: events }: { readonly of: RoundSheet['history'] }) {
  const { t, i18n } = useTranslation('cycle');
  const format = useFormat();
  const word = (state: string): string => {
    const key = i18n.exists(`cycle:phase.${state}`) ? `phase.${state}` : `state.${state}`;
    return String(t(key as 'phase.council'));
  };
  if (events.length === 0) return <p className="small soft">{t('round.history_none')}</p>;
  return (
    <ul className={css['history']}>
      {events.map((event) => (
        <li key={`${event.at} ${event.toState}`}>
          <strong>{word(event.toState)}</strong>{' '}
          <span className="soft">{t('sheet.by', { name: event.actorName, at: format.instant(event.at) })}</span>
          {event.reason ? <p>{event.reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
