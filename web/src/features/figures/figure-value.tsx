// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../shared/api/files.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { FigureOrigin, FigurePart } from '../../shared/ui/figure/figure-origin.ts';
import type { Figure, Period } from './figures.api.ts';

/** The page on which one figure is opened down to its revisions. */
export function figureAddress(unitId: string, indicatorId: string, period: string): string {
  return `/figures/${unitId}/${indicatorId}?${new URLSearchParams({ period }).toString()}`;
}

type Props = { readonly figure: Figure; readonly period: Period; readonly size?: 'text' | 'large' };

/** The value of a figure with the card behind it; both parts lead to their records or evidence. */
export function FigureValue({ figure, period, size = 'text' }: Props) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { indicator, origin } = figure;
  if (origin === null) return <span className="soft">{t('none')}</span>;
  const value = figure.value === null ? t('undefined_value') : `${format.number(figure.value)} ${indicator.unitOfMeasure}`;
  const shown = origin === 'official' ? figure.official?.revision : figure.own?.revision;
  const evidence = shown?.evidenceFileId ? fileAddress(shown.evidenceFileId) : null;
  const part = (number: string | null, label: string, href: string | null): FigurePart | null =>
    number === null ? null : { value: format.number(number), label, ...(href ? { href } : {}) };
  const records = origin === 'official' ? { numerator: null, denominator: null } : figure.records;
  const numerator = part(figure.numerator, indicator.numerator.label, records.numerator ?? evidence);
  const denominator = part(figure.denominator, indicator.denominator?.label ?? '', records.denominator ?? evidence);
  const differs = figure.difference !== null && figure.difference !== '0';
  const card: FigureOrigin = {
    sentence: figure.sentence,
    ...(numerator && denominator ? { numerator, denominator } : {}),
    source: t(`origin.${origin}`),
    recordedBy: origin === 'summed' ? null : (shown?.enteredByName ?? shown?.recordedByName ?? null),
    recordedAt: origin === 'summed' ? null : (shown?.enteredAt ?? shown?.recordedAt ?? null),
    rule: figure.formula,
    law: indicator.legalBasis,
    asOf: period.to,
    recordsHref: figureAddress(figure.unitId, indicator.indicatorId, period.key),
    ...(differs && figure.own?.value && figure.official?.value
      ? {
          inconsistent: {
            declared: format.number(figure.official.value),
            recomputed: format.number(figure.own.value),
            explanation: t('official_in_use', { difference: format.number(figure.difference ?? '') }),
          },
        }
      : {}),
  };
  return <ExplicitFigure value={value} origin={card} size={size} />;
}
