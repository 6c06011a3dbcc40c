// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Deadline } from '../model/types.ts';

/** The day of a deadline, open to its rule and to every day that was skipped. */
export function DeadlineFigure({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('inspections');
  const { rule, explanation } = deadline;
  const skipped = (explanation?.skipped ?? []).map((one) => `${formatDay(one.day)}${one.name ? ` (${one.name})` : ''}`).join(', ');
  return (
    <ExplicitFigure
      value={formatDay(deadline.dueOn)}
      origin={{
        sentence: t('deadline_card.sentence', {
          count: rule.dayCount,
          kind: t(`deadline_card.${rule.dayKind}`),
          from: `${rule.countedFrom} ${formatDay(deadline.from)}`,
        }),
        rule: explanation ? t('deadline_card.rule', { skipped }) : t('deadline_card.rule_plain'),
        law: `${rule.citation}${rule.certainty === 'background' ? ` ${t('deadline_card.background')}` : ''}`,
        ...(rule.note ? { source: rule.note } : {}),
      }}
    />
  );
}
