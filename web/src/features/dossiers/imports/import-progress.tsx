// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Import } from './imports.api.ts';
import css from './imports.module.css';

/** How far the work is: rows, rows a second, time left; while writing, how long it has gone on. */
export function ImportProgress({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const isReading = one.state === 'reading';
  const label = isReading
    ? t('progress.reading', { rows: format.number(one.rowsRead), percent: Math.floor(one.shareRead * 100) })
    : t('progress.applying', { rows: format.number(one.rowsGood) });
  const rate = one.rowsPerSecond > 0 && isReading ? t('progress.rate', { rate: format.number(one.rowsPerSecond) }) : null;
  const left = one.secondsLeft !== null ? t('progress.left', { time: durationOf(one.secondsLeft, t) }) : null;
  const worked = isReading ? null : t('progress.worked', { time: durationOf(Math.round(one.workSeconds), t) });
  const bad = isReading && one.rowsBad > 0 ? t('progress.bad', { rows: format.number(one.rowsBad) }) : null;
  return (
    <div className={css['progress']} role="status">
      <p className="digits">
        {[label, rate, left, worked, bad].filter(Boolean).join(' · ')}
        {one.cancelAsked ? ` · ${t('progress.stopping')}` : null}
      </p>
      <progress aria-label={label} {...(isReading && one.rowsRead > 0 ? { value: one.shareRead, max: 1 } : {})} />
      <p className="small soft">{t(isReading ? 'progress.reading_help' : 'progress.applying_help')}</p>
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'imports'>>['t'];

function durationOf(seconds: number, t: Words): string {
  if (seconds < 60) return t('progress.seconds', { seconds: Math.max(1, seconds) });
  return t('progress.minutes', { minutes: Math.round(seconds / 60) });
}
