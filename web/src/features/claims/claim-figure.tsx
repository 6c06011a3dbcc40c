// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { roundTo } from '../../shared/format/numbers.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import css from './checker.module.css';
import type { Claim } from './claims.api.ts';

/** The recomputed value of a claim, open to the numbers of the text that it is made of. */
export function ClaimFigure({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const format = useFormat();
  const { recomputedPercent, statedPercent, numerator, denominator } = claim;
  if (recomputedPercent === null && !claim.parts) return null;
  const isSum = recomputedPercent === null;
  const sum = claim.parts?.reduce((all, part) => all + part, 0) ?? 0;
  const recomputed = isSum ? format.number(sum) : format.percent(roundTo(recomputedPercent, 2));
  const stated = isSum
    ? claim.total === undefined
      ? null
      : format.number(claim.total)
    : statedPercent === null
      ? null
      : format.percent(statedPercent);
  return (
    <p className={css['figure']}>
      {t('recomputed')}{' '}
      <ExplicitFigure
        value={recomputed}
        origin={{
          sentence: claim.message,
          ...(!isSum && numerator !== null && denominator !== null
            ? {
                numerator: { value: format.number(numerator), label: t('numerator') },
                denominator: { value: format.number(denominator), label: t('denominator') },
              }
            : {}),
          source: t('source', { quote: claim.quote.slice(0, 240) }),
          rule: isSum ? `${t('rule_sum')}: ${(claim.parts ?? []).map(format.number).join(' + ')}` : t('rule'),
          ...(claim.verdict === 'inconsistent' && stated ? { inconsistent: { declared: stated, recomputed } } : {}),
          ...(claim.verdict === 'question' ? { contested: { explanation: claim.message } } : {}),
        }}
      />
      {stated ? (
        <>
          {' · '}
          {t('stated')} <span className="digits">{stated}</span>
        </>
      ) : null}
    </p>
  );
}
