// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';

/** A visit with the address of its page. */
export type CountedVisit = { readonly unitName: string; readonly path: string };

type AnsweredProps = { readonly visit: CountedVisit; readonly answered: number; readonly items: number };

/** How many items of the checklist are answered; it opens to the answered and the open ones. */
export function AnsweredCount({ visit, answered, items }: AnsweredProps) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const list = (only: string): string => `${visit.path}?tab=checklist${only ? `&only=${only}` : ''}`;
  const told = { answered: format.number(answered), items: format.number(items), unit: visit.unitName };
  return (
    <ExplicitFigure
      value={`${told.answered}/${told.items}`}
      label={`${visit.unitName}, ${t('round.answered')}`}
      origin={{
        sentence: t('counted.answered', told),
        numerator: { value: told.answered, label: t('counted.answered_label'), href: list('answered') },
        denominator: { value: told.items, label: t('counted.items_label'), href: list('') },
        ...(answered < items
          ? { rest: { value: format.number(items - answered), label: t('counted.open_label'), href: list('open') } }
          : {}),
        rule: t('counted_rule.answered'),
        recordsHref: list('answered'),
      }}
    />
  );
}

/** What else of a visit is counted, and the part of its page that lists it. */
const parts = {
  figures: 'tab=figures',
  inconsistent: 'tab=figures&show=inconsistent',
  unclear: 'tab=figures&show=unclear',
  findings: 'tab=statements',
} as const;

type CountProps = { readonly visit: CountedVisit; readonly what: keyof typeof parts; readonly count: number };

/** A count of a visit; it opens to what it counts. */
export function VisitCount({ visit, what, count }: CountProps) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const value = format.number(count);
  return (
    <ExplicitFigure
      value={value}
      label={`${visit.unitName}, ${t(`round.${what}`)}`}
      origin={{
        sentence: t(`counted.${what}`, { count: value, unit: visit.unitName }),
        rule: t(`counted_rule.${what}`),
        recordsHref: `${visit.path}?${parts[what]}`,
      }}
    />
  );
}
