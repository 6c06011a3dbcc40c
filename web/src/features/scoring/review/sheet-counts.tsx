// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../cycle/cycle.api.ts';
import css from './review.module.css';

/** How complete a sheet is: each count by itself, never one percentage of all. */
export function SheetCounts({ counts }: Pick<Sheet, 'counts'>) {
  const { t } = useTranslation('review');
  const lines = [
    ['scored', counts.selfScored, counts.selfItems],
    ['evidence', counts.withEvidence, counts.selfItems],
    ['explained', counts.withExplanation, counts.selfItems],
    ['unscored', counts.unscored.length, null],
    ['unproven', counts.unproven.length, null],
    ['appraised', counts.appraised, counts.appraisalItems],
  ] as const;
  return (
    <dl className={css['counts']} aria-label={t('counts.label')}>
      {lines.map(([key, count, all]) => (
        <div key={key}>
          <dt>{t(`counts.${key}`)}</dt>
          <dd className="digits">
            {count}
            {all === null ? null : <small>{t('counts.of', { all })}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
