// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { padded } from '../../../shared/format/numbers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';

type MeanProps = {
  readonly mean: string;
  readonly items: number;
  readonly appraiser: string;
  /** Where the items are listed. */
  readonly behind: string;
};

/** The mean of self-score minus appraisal over some items; it opens to them. */
export function MeanFigure({ mean, items, appraiser, behind }: MeanProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <ExplicitFigure
      value={format.number(padded(mean, 2))}
      label={appraiser}
      origin={{
        sentence: t('consistency.mean_text', { appraiser, items: format.number(items) }),
        rule: t('consistency.mean_rule', { items: format.number(items) }),
        recordsHref: behind,
      }}
    />
  );
}

type SpreadProps = {
  readonly spread: string;
  readonly item: string;
  readonly means: readonly { readonly appraiser: string; readonly meanDifference: string }[];
  readonly behind: string;
};

/** How far the appraisers of one item lie apart; it opens to all their scores of it. */
export function SpreadFigure({ spread, item, means, behind }: SpreadProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const told = means.map(({ appraiser, meanDifference }) => `${appraiser} ${format.number(padded(meanDifference, 2))}`).join('; ');
  return (
    <ExplicitFigure
      value={format.number(padded(spread, 2))}
      label={item}
      origin={{
        sentence: t('consistency.spread_text', { item }),
        rule: t('consistency.spread_rule', { means: told }),
        recordsHref: behind,
      }}
    />
  );
}
