// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './checker.module.css';
import { ClaimList } from './claim-list.tsx';
import { type CheckedText, type Claim, type Verdict, verdicts } from './claims.api.ts';
import { MarkedText } from './marked-text.tsx';
import { VerdictFilter } from './verdict-filter.tsx';

export type ReportClaim = Omit<Claim, 'kind' | 'verdict'> & { readonly kind: string; readonly verdict: string };

function checked(text: string, claims: readonly ReportClaim[]): CheckedText {
  const known = claims.map(
    (claim): Claim => ({ ...claim, kind: 'other', verdict: verdicts.find((one) => one === claim.verdict) ?? 'undecidable' }),
  );
  const count = (verdict: Verdict): number => known.filter((claim) => claim.verdict === verdict).length;
  return {
    name: null,
    text,
    claims: known,
    counts: {
      inconsistent: count('inconsistent'),
      question: count('question'),
      undecidable: count('undecidable'),
      consistent: count('consistent'),
    },
  };
}

type Props = {
  readonly text: string;
  readonly claims: readonly ReportClaim[];
  readonly act?: (claim: Pick<ReportClaim, 'quote' | 'numerator' | 'denominator' | 'statedPercent'>) => ReactNode;
};

/** A report that was handed in, with its figures marked and judged beside it. */
export function MarkedReport({ text, claims, act }: Props) {
  const { t } = useTranslation('claims');
  const result = useMemo(() => checked(text, claims), [text, claims]);
  const [shown, setShown] = useState<readonly Verdict[]>(verdicts);
  const [current, setCurrent] = useState<number | null>(null);
  const pane = useRef<HTMLElement>(null);
  const list = result.claims.map((claim, index) => ({ claim, index })).filter(({ claim }) => shown.includes(claim.verdict));
  const show = (index: number): void => {
    setCurrent(index);
    pane.current?.querySelector(`[data-claim="${index}"]`)?.scrollIntoView({ block: 'center' });
    document.getElementById(`claim-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: number): void => {
    const at = list.findIndex(({ index }) => index === current);
    const next = list[Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) show(next.index);
  };
  return (
    <>
      <div className={css['tools']}>
        <VerdictFilter counts={result.counts} shown={shown} onShown={setShown} />
      </div>
      <div className={css['panes']}>
        <MarkedText ref={pane} result={result} shown={shown} current={current} onPick={show} label={t('text_pane')} />
        <ClaimList items={list} current={current} onPick={show} onStep={step} act={act} />
      </div>
    </>
  );
}
