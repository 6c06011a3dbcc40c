// SPDX-License-Identifier: Apache-2.0
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import css from './checker.module.css';
import { ClaimFigure } from './claim-figure.tsx';
import type { Claim } from './claims.api.ts';
import { toneOf } from './verdict-filter.tsx';

type Item = { readonly claim: Claim; readonly index: number };
type Props = {
  readonly items: readonly Item[];
  readonly current: number | null;
  readonly onPick: (index: number) => void;
  readonly onStep: (by: number) => void;
  /** What can be done with the chosen figure. */
  readonly act?: ((claim: Claim) => ReactNode) | undefined;
};

/** One sentence per figure; arrow keys go from one to the next. */
export function ClaimList({ items, current, onPick, onStep, act }: Props) {
  const { t } = useTranslation('claims');
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <section aria-label={t('list_pane')} className={css['list']} onKeyDown={press}>
      {items.length === 0 ? <p className="soft">{t('none_filtered')}</p> : <p className="soft small no-print">{t('keys')}</p>}
      <ol className={css['claims']}>
        {items.map(({ claim, index }) => (
          <ClaimLine key={index} claim={claim} index={index} isCurrent={index === current} onPick={onPick}>
            {index === current ? act?.(claim) : null}
          </ClaimLine>
        ))}
      </ol>
    </section>
  );
}

type LineProps = {
  readonly claim: Claim;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onPick: (index: number) => void;
  readonly children: ReactNode;
};

const ClaimLine = memo(
  function ClaimLine({ claim, index, isCurrent, onPick, children }: LineProps) {
    const { t } = useTranslation('claims');
    return (
      <li id={`claim-${index}`} className={css['claim']} data-current={isCurrent || undefined} data-verdict={claim.verdict}>
        <button type="button" data-print className={css['pick']} aria-current={isCurrent || undefined} onClick={() => onPick(index)}>
          <StateBadge tone={toneOf[claim.verdict]}>{t(`verdict.${claim.verdict}`)}</StateBadge>
          <span className={css['message']}>{claim.message}</span>
          <q className={css['quote']}>{claim.quote.length > 180 ? `${claim.quote.slice(0, 180)}…` : claim.quote}</q>
        </button>
        {isCurrent ? <ClaimFigure claim={claim} /> : null}
        {children}
      </li>
    );
  },
  (a, b) => a.claim === b.claim && a.isCurrent === b.isCurrent && !b.isCurrent,
);
