// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { FigureGrid } from '../figures.api.ts';
import css from './entry.module.css';
import { type EntryState, type EntryWarning, placeOf } from './use-entry.ts';

type Props = {
  readonly grid: FigureGrid;
  readonly states: ReadonlyMap<string, EntryState>;
  readonly warnings: readonly EntryWarning[];
};

/** What was refused, then what is doubtful, each with its rule, both sides and the law behind it. */
export function EntryMessages({ grid, states, warnings }: Props) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const refused = [...states].flatMap(([key, state]) => (state.kind === 'refused' ? [{ key, sentence: state.sentence }] : []));
  if (refused.length === 0 && warnings.length === 0) return null;
  const nameOf = (key: string): string => {
    const { unitId, indicatorId, period } = placeOf(key);
    const row = grid.rows.find((one) => one.unitId === unitId && one.period === period);
    const column = grid.columns.find((one) => one.indicatorId === indicatorId);
    return `${column?.code ?? ''}, ${(grid.across === 'periods' ? row?.periodName : row?.name) ?? ''}`;
  };
  return (
    <ul className={css['refusals']} aria-label={t('entry.messages')}>
      {refused.map(({ key, sentence }) => (
        <li key={key}>
          <StateBadge tone="late">{t('importance.error')}</StateBadge> <b>{nameOf(key)}</b>: {sentence}
        </li>
      ))}
      {warnings.map(({ unitId, sentence, left, right, legalBasis }) => (
        <li key={`${unitId} ${sentence}`}>
          <StateBadge tone="soon">{t('importance.warning')}</StateBadge> <b>{grid.rows.find((one) => one.unitId === unitId)?.name}</b>:{' '}
          {t('entry.warning', { sentence, left: format.number(left), right: format.number(right) })}
          {legalBasis ? ` ${t('entry.basis', { basis: legalBasis })}` : ''}
        </li>
      ))}
    </ul>
  );
}
