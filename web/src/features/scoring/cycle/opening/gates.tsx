// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import type { RoundSheet } from '../cycle.api.ts';
import css from './opening.module.css';

/** What the next phase waits for, told to the organiser before they try. */
export function Gates({ sheet: { round, moves } }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation(['opening', 'cycle']);
  const ahead = moves.filter(({ isBack }) => !isBack);
  if (ahead.length === 0) return null;
  return (
    <ul className={css['gates']}>
      {ahead.map(({ to, obstacle }) => (
        <li key={to} data-met={obstacle === null || undefined}>
          <span className="strong">{t('gate_of', { phase: t(`cycle:phase.${to}`) })}</span> {t(`gate.${to}`)}
          <div>{obstacle ?? t(round.phase === 'council' ? 'gate_decision' : 'gate_met')}</div>
        </li>
      ))}
    </ul>
  );
}
