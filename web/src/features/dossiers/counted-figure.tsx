// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { Asked, Counts } from './dossiers.api.ts';
import { type FormColumn, formColumns } from './form-06a.ts';
import { numberAddress } from './number-address.ts';

type Props = {
  readonly counts: Counts;
  readonly column: FormColumn;
  /** The question that gives this number; null where no question gives it alone. */
  readonly asked: Asked | null;
  /** Whose dossiers are counted. */
  readonly of: string;
  readonly countedAt: string;
};

/** A number of form II.06a: it opens to its formula with the numbers of the row, and to its dossiers. */
export function CountedFigure({ counts, column, asked, of, countedAt }: Props) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const can = useCan();
  const count = column.count(counts);
  if (!asked) return <span className="digits">{format.number(count)}</span>;
  const numberOf = (number: number): string => format.number(formColumns.find((one) => one.number === number)?.count(counts) ?? 0);
  const { parts, whole } = column;
  const sum = parts ? `(${column.number}) = ${parts.map((part) => `(${part})`).join(' + ')} = ${parts.map(numberOf).join(' + ')}` : null;
  const rule = [t(`formula_of.${column.measure}`), sum].filter(Boolean).join('; ');
  return (
    <ExplicitFigure
      value={format.number(count)}
      origin={{
        sentence: `${t(`measure.${column.measure}`)}: ${of}`,
        ...(whole
          ? {
              numerator: { value: format.number(count), label: t(`column.${column.number}`) },
              denominator: { value: numberOf(whole), label: t(`column.${whole}`) },
            }
          : {}),
        source: t('figure_source', { from: formatDay(asked.from), to: formatDay(asked.to) }),
        recordedBy: t('figure_by'),
        recordedAt: countedAt,
        rule,
        law: t('figure_law'),
        asOf: asked.to,
        ...(count > 0 && can('dossiers.read') ? { recordsHref: numberAddress(asked, column.measure, column.channel) } : {}),
      }}
    />
  );
}
