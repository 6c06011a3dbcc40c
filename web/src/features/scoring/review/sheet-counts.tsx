// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { ItemCount, SheetCount } from '../cycle/counts/sheet-count.tsx';
import type { Sheet } from '../cycle/cycle.api.ts';
import css from './review.module.css';

/** How complete a sheet is: each count by itself, never one percentage of all, and each opens to its items. */
export function SheetCounts({ unit, counts }: Pick<Sheet, 'unit' | 'counts'>) {
  const { t } = useTranslation('review');
  const lines = [
    ['scored', <SheetCount key="scored" unit={unit} counts={counts} kind="scored" />],
    ['evidence', <SheetCount key="evidence" unit={unit} counts={counts} kind="evidence" />],
    ['explained', <SheetCount key="explained" unit={unit} counts={counts} kind="explained" />],
    ['unscored', <ItemCount key="unscored" unit={unit} count={counts.listed.unscored.length} show="unscored" />],
    ['unproven', <ItemCount key="unproven" unit={unit} count={counts.listed.unproven.length} show="unproven" />],
    ['appraised', <SheetCount key="appraised" unit={unit} counts={counts} kind="appraised" />],
  ] as const;
  return (
    <dl className={css['counts']} aria-label={t('counts.label')}>
      {lines.map(([key, figure]) => (
        <div key={key}>
          <dt>{t(`counts.${key}`)}</dt>
          <dd className="digits">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
