// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { FigureOrigin } from '../../shared/ui/figure/figure-origin.ts';
import { FigureSentence } from '../../shared/ui/figure/figure-sentence.tsx';
import { type Asked, type Measure, receivedIn, type Statistics } from './dossiers.api.ts';
import { numberAddress } from './number-address.ts';

type Props = {
  readonly value: string;
  readonly measure: Measure;
  readonly asked: Asked;
  /** Whose dossiers are counted. */
  readonly of: string;
  readonly countedAt?: string;
  readonly parts?: Pick<FigureOrigin, 'numerator' | 'denominator'>;
};

/** A number of dossiers apart from the form: it opens to what is counted, and to the dossiers. */
export function MeasureFigure({ value, measure, asked, of, countedAt, parts }: Props) {
  const { t } = useTranslation('dossiers');
  const can = useCan();
  return (
    <ExplicitFigure
      value={value}
      label={t(`measure.${measure}`)}
      origin={{
        sentence: `${t(`measure.${measure}`)}: ${of}`,
        ...parts,
        source: t('figure_source', { from: formatDay(asked.from), to: formatDay(asked.to) }),
        ...(countedAt ? { recordedBy: t('figure_by'), recordedAt: countedAt } : {}),
        rule: t(`formula_of.${measure}`),
        asOf: asked.to,
        ...(value !== '0' && can('dossiers.read') ? { recordsHref: numberAddress(asked, measure) } : {}),
      }}
    />
  );
}

type AnswerProps = { readonly of: Pick<Statistics, 'total' | 'countedAt'>; readonly asked: Asked; readonly unit: string };

/** The answer of the statistics in one sentence, each number of it open. */
export function StatisticsAnswer({ of: { total, countedAt }, asked, unit }: AnswerProps) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const inTime = total.early + total.onTime;
  const solved = inTime + total.late;
  const of = { asked, of: unit, countedAt };
  const counted = (count: number, measure: Measure) => <MeasureFigure value={format.number(count)} measure={measure} {...of} />;
  const share = {
    numerator: { value: format.number(inTime), label: t('measure.resolved_in_time') },
    denominator: { value: format.number(solved), label: t('measure.resolved') },
  };
  return (
    <FigureSentence
      tell={(at) => t('answer', { ...at, unit, from: formatDay(asked.from), to: formatDay(asked.to) })}
      figures={{
        received: counted(receivedIn(total), 'received'),
        solved: counted(solved, 'resolved'),
        inTime: counted(inTime, 'resolved_in_time'),
        share:
          solved === 0 ? (
            '–'
          ) : (
            <MeasureFigure value={format.percent(((inTime / solved) * 100).toFixed(2))} measure="resolved_in_time" parts={share} {...of} />
          ),
        open: counted(total.open, 'open'),
        overdue: counted(total.overdue, 'overdue'),
      }}
    />
  );
}
