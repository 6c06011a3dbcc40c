// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Phase, RoundSheet } from '../cycle.api.ts';
import css from './opening.module.css';

/** Where that which a phase waits for is listed. */
const behind: Partial<Record<Phase, string>> = {
  appraisal: '?units=open',
  explanation: '/queue',
  council: '/objections',
};

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
          <div>
            {obstacle ?? t(round.phase === 'council' ? 'gate_decision' : 'gate_met')}{' '}
            {obstacle && behind[to] ? <Link to={`/scoring/rounds/${round.id}${behind[to]}`}>{t('gate_open')}</Link> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
