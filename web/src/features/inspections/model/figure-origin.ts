// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { FigureOrigin } from '../../../shared/ui/figure/figure-origin.ts';
import type { Figure } from './types.ts';

export type Writing = { readonly number: (value: string | number) => string; readonly percent: (value: string | number) => string };

/** A count as the papers print it: two digits at least. */
export function writtenCount(value: string, format: Writing): string {
  return /^\d$/.test(value) ? `0${value}` : format.number(value);
}

/** The operands of a figure as they are printed: `07/21`, a total, or a count with its unit of measure. */
export function writtenFigure(figure: Figure, format: Writing): string {
  const { numerator, denominator, unitOfMeasure } = figure;
  if (numerator === null) return figure.statedPercent === null ? '–' : format.percent(figure.statedPercent);
  if (figure.kind === 'ratio' && denominator !== null) return `${writtenCount(numerator, format)}/${writtenCount(denominator, format)}`;
  return `${writtenCount(numerator, format)}${unitOfMeasure ? ` ${unitOfMeasure}` : ''}`;
}

/** What was recomputed from the declared operands; null where nothing can be. */
export function writtenRecomputed(figure: Figure, format: Writing): string | null {
  const { percent, sum } = figure.recomputation;
  return percent !== null ? format.percent(percent) : sum !== null ? format.number(sum) : null;
}

function sourceOf(figure: Figure, t: TFunction<'inspections'>): string {
  const parts = [
    t('figures.origin_declared'),
    figure.documentCode,
    figure.evidenceFileName,
    figure.paragraph ? t('figures.origin_paragraph', { number: figure.paragraph }) : null,
    figure.note,
    figure.counted ? `${t('figures.counted')}: ${figure.counted.source}` : null,
  ];
  return parts.filter(Boolean).join('; ');
}

/** The origin of a declared figure for its card. */
export function figureOrigin(figure: Figure, format: Writing, t: TFunction<'inspections'>, asOf: string | null): FigureOrigin {
  const { recomputation, numerator, denominator } = figure;
  const recomputed = writtenRecomputed(figure, format);
  const declared =
    figure.kind === 'sum' && numerator !== null
      ? format.number(numerator)
      : figure.statedPercent === null
        ? null
        : format.percent(figure.statedPercent);
  const isApart = recomputation.verdict === 'inconsistent' && declared !== null && recomputed !== null;
  return {
    // Where both values stand side by side, the message stands with them and is not said twice.
    sentence: isApart ? `${figure.label}.` : `${figure.label}. ${recomputation.message}`,
    ...(figure.kind === 'ratio' && numerator !== null && denominator !== null
      ? {
          numerator: { value: writtenCount(numerator, format), label: t('figures.num_label') },
          denominator: { value: writtenCount(denominator, format), label: t('figures.den_label') },
        }
      : {}),
    source: sourceOf(figure, t),
    recordedBy: figure.updatedBy,
    recordedAt: figure.updatedAt,
    rule:
      figure.kind === 'sum'
        ? `${t('figures.rule_sum')}: ${figure.parts.map((part) => `${part.label} ${format.number(part.value)}`).join(' + ')}`
        : figure.kind === 'ratio'
          ? t('figures.rule')
          : null,
    asOf,
    ...(isApart ? { inconsistent: { declared, recomputed, explanation: recomputation.message } } : {}),
    ...(figure.comparison && !figure.comparison.agrees && figure.counted
      ? {
          contested: {
            explanation: `${t('figures.counted')}: ${figure.counted.numerator}${figure.counted.denominator ? `/${figure.counted.denominator}` : ''} (${figure.counted.source}, ${figure.counted.actorName})`,
          },
        }
      : {}),
  };
}
