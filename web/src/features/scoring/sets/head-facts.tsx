// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Facts, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { SetContent } from './sets.api.ts';

/** How the set counts, on which basis, since when. */
export function HeadFacts({ content, sha256 }: { readonly content: SetContent; readonly sha256: string | null }) {
  const { t } = useTranslation('sets');
  const format = useFormat();
  const { conventions, grades } = content;
  const counted = [
    t(`conventions.${conventions.rounding}`),
    t('head.decimals', { count: conventions.decimals }),
    t(`conventions.${conventions.roundAt}`),
    t(`conventions.${conventions.notApplicable}`),
    t(`conventions.${conventions.aboveMaximum}`),
    t(`conventions.${conventions.compareBy}`),
  ];
  return (
    <Section title={t('head.title')}>
      <Facts
        of={[
          [t('head.validity'), `${format.day(content.validFrom)} – ${content.validTo ? format.day(content.validTo) : '…'}`],
          [t('head.legal_basis'), content.legalBasis || '–'],
          [t('table.maximum'), format.number(content.maximum)],
          [t('head.conventions'), counted.join(' · ')],
          [
            t('head.grades'),
            grades.map(({ name, fromPercent }) => `${name} ≥ ${format.number(fromPercent)} %`).join(' · ') || t('head.no_grades'),
          ],
          [t('table.note'), content.note || '–'],
          ...(sha256 ? ([['SHA-256', <code key="sha">{sha256}</code>]] as const) : []),
        ]}
      />
    </Section>
  );
}
