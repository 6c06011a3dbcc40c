// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { QueueRow } from './review.api.ts';
import css from './review.module.css';

type Props = { readonly rows: readonly QueueRow[]; readonly chosen: string; readonly onChoose: (index: number) => void };

/** The rows of the queue; the chosen one stays in sight. */
export function QueueList({ rows, chosen, onChoose }: Props) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) here.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ol className={css['queue']} aria-label={t('queue.title')}>
      {rows.map((row, index) => {
        const isChosen = `${row.sheetId} ${row.itemCode}` === chosen;
        return (
          <li key={`${row.sheetId} ${row.itemCode}`}>
            <button
              type="button"
              ref={isChosen ? here : undefined}
              className={css['row']}
              aria-current={isChosen || undefined}
              onClick={() => onChoose(index)}
            >
              <span className={css['what']}>
                <span className="strong">{row.unitName}</span>
                <span className="small">
                  <span className="digits">{row.itemCode}</span> {row.itemName}
                </span>
                <span className="small soft">
                  {row.selfPoints === null
                    ? t('queue.not_self')
                    : t('queue.proof', { papers: row.papers, explained: t(row.isExplained ? 'queue.explained' : 'queue.not_explained') })}
                </span>
              </span>
              <span className={`digits ${css['points']}`}>
                {row.selfPoints === null ? '–' : format.number(row.selfPoints)}
                {row.appraisedPoints === null ? '' : ` → ${format.number(row.appraisedPoints)}`}
                <span className="small soft"> /{format.number(row.maximum)}</span>
                {row.isOpen ? null : <StateBadge tone="done">{t('queue.done')}</StateBadge>}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
