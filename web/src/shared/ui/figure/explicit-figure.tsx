// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../feedback/lazy-part.tsx';
import { DropPanel } from '../layout/drop-panel.tsx';
import css from './explicit-figure.module.css';
import type { FigureOrigin } from './figure-origin.ts';

const FigureCard = lazyPart(() => import('./figure-card.tsx').then((file) => file.FigureCard));

type Props = {
  /** The number as it is printed, such as `45,45 %` or `05/11`. */
  readonly value: string;
  /** What the number is and rests on; null where nothing is known of it. */
  readonly origin: FigureOrigin | null;
  readonly size?: 'text' | 'large';
  /** What the number counts, for who hears it apart from its row and column. */
  readonly label?: string;
};

/**
 * A number that can be opened: a dotted underline, and one card behind it with its parts, source, person, rule and day.
 * A number without origin has no underline and says so.
 */
export function ExplicitFigure({ value, origin, size = 'text', label }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const cardId = useId();
  if (!origin) {
    return (
      <span className={css['bare']} data-size={size} title={t('figure.no_origin_text')}>
        <span className="digits">{value}</span> <small className={css['unknown']}>({t('figure.no_origin')})</small>
      </span>
    );
  }
  const differs = origin.inconsistent !== undefined;
  return (
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      width={340}
      position="bottom-start"
      className={css['dropdown']}
      labelledBy={cardId}
      button={(press) => (
        <button
          type="button"
          data-print
          className={css['figure']}
          data-size={size}
          data-differs={differs || undefined}
          aria-haspopup="dialog"
          aria-label={`${label ? t('figure.open_named', { label, value }) : t('figure.open', { value })}${differs ? `. ${t('figure.inconsistent')}` : ''}`}
          {...press}
        >
          <span className={css['digits']}>{value}</span>
          {differs || origin.contested ? (
            <sup className={css['flag']} aria-hidden="true">
              {differs ? '≠' : '?'}
            </sup>
          ) : null}
        </button>
      )}
    >
      <FigureCard value={value} origin={origin} titleId={cardId} onClose={() => setOpened(false)} />
    </DropPanel>
  );
}
