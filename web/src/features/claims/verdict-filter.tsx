// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import css from './checker.module.css';
import { type Verdict, verdicts } from './claims.api.ts';

export const toneOf = { inconsistent: 'late', question: 'question', undecidable: 'paused', consistent: 'on_course' } as const;

type Props = {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly shown: readonly Verdict[];
  readonly onShown: (shown: readonly Verdict[]) => void;
};

/** Counts per verdict, each a switch of its own marks and lines. */
export function VerdictFilter({ counts, shown, onShown }: Props) {
  const { t } = useTranslation('claims');
  const format = useFormat();
  const toggle = (verdict: Verdict): void =>
    onShown(shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict]);
  return (
    <fieldset aria-label={t('filter')} className={css['filter']}>
      {verdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          data-print
          aria-pressed={shown.includes(verdict)}
          className={css['chip']}
          data-verdict={verdict}
          onClick={() => toggle(verdict)}
        >
          <StateBadge tone={toneOf[verdict]}>
            {t(`verdict.${verdict}`)} <b className="digits">{format.number(counts[verdict])}</b>
          </StateBadge>
        </button>
      ))}
    </fieldset>
  );
}
