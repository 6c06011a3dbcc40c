// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { ImportState as State } from './imports.api.ts';

const tones = {
  uploaded: 'question',
  reading: 'open',
  checked: 'soon',
  applying: 'open',
  applied: 'on_course',
  cancelled: 'paused',
  failed: 'late',
} as const;

/** How far an import is, as word, icon and colour. */
export function ImportState({ state }: { readonly state: State }) {
  const { t } = useTranslation('imports');
  return (
    <StateBadge tone={tones[state]} oneLine>
      {t(`state.${state}`)}
    </StateBadge>
  );
}
