// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../../../shared/ui/state-badge.tsx';
import type { Figure } from './types.ts';

/** How a figure stands after all that is known of it; the worst first, which is the order of the column. */
export const standings = ['inconsistent', 'unclear', 'not_computable', 'not_counted', 'consistent'] as const;
export type Standing = Figure['status'];

const tones: Readonly<Record<Standing, Tone>> = {
  inconsistent: 'late',
  unclear: 'question',
  not_computable: 'paused',
  not_counted: 'paused',
  consistent: 'on_course',
};

export function FigureVerdict({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('inspections');
  return (
    <StateBadge tone={tones[standing]} oneLine={standing !== 'not_computable'}>
      {t(`figures.verdicts.${standing}`)}
    </StateBadge>
  );
}
