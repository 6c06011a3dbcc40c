// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { figureOrigin, type Writing, writtenCount, writtenFigure, writtenRecomputed } from '../model/figure-origin.ts';
import { type QuotedPart, textRuns } from '../model/quoted-figures.ts';
import type { Figure } from '../model/types.ts';

function quotedValue(figure: Figure, part: QuotedPart | null, format: Writing): string {
  const { numerator, denominator, statedPercent } = figure;
  if (part === 'numerator' && numerator !== null) return writtenCount(numerator, format);
  if (part === 'denominator' && denominator !== null) return writtenCount(denominator, format);
  if (part === 'stated' && statedPercent !== null) return format.percent(statedPercent);
  if (part === 'recomputed') return writtenRecomputed(figure, format) ?? writtenFigure(figure, format);
  if (part === 'ratio') return writtenFigure(figure, format);
  // A quoted count stands without its unit of measure, because the sentence around it names what is counted.
  if (figure.kind !== 'ratio' && numerator !== null) return writtenCount(numerator, format);
  const recomputed = figure.kind === 'ratio' ? writtenRecomputed(figure, format) : null;
  return recomputed ? `${writtenFigure(figure, format)} (${recomputed})` : writtenFigure(figure, format);
}

/** A text with its quoted figures in their places, each open to its origin. */
export function StatementText({ text, figures }: { readonly text: string; readonly figures: readonly Figure[] }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  let at = 0;
  return (
    <>
      {textRuns(text).map((run) => {
        const key = at++;
        if ('text' in run) return <span key={key}>{run.text}</span>;
        const figure = figures.find((one) => one.code === run.code);
        if (!figure) return <ExplicitFigure key={key} value={run.code} origin={null} />;
        return <ExplicitFigure key={key} value={quotedValue(figure, run.part, format)} origin={figureOrigin(figure, format, t, null)} />;
      })}
    </>
  );
}
