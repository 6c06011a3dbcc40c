// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { CoverageFigure, written } from '../model/coverage-figure.tsx';
import type { RoundSheet } from '../model/types.ts';

export function RoundCoverage({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  if (round.coverage.length === 0) return null;
  return (
    <Section title={t('round.coverage')}>
      {round.coverage.map((one) => (
        <CoverageFigure
          key={one.unitId}
          of={one}
          asOf={one.asOf}
          label={t('round.coverage_label', { unit: one.unitName })}
          listed={t('round.communes')}
          sentence={t('round.coverage_sentence', {
            numerator: written(one.numerator),
            denominator: written(one.denominator),
            unit: one.unitName,
          })}
          numeratorLabel={t('round.coverage_numerator')}
          denominatorLabel={t('round.coverage_denominator', { day: formatDay(one.asOf) })}
          source={t('round.coverage_source')}
        />
      ))}
    </Section>
  );
}
