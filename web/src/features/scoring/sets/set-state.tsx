// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { SetRow } from './sets.api.ts';

const tones = { draft: 'open', published: 'done', superseded: 'paused' } as const;

/** State of a version; a set that nobody decided says so beside it, wherever it is shown. */
export function SetState({ set }: { readonly set: Pick<SetRow, 'state' | 'certainty'> }) {
  const { t } = useTranslation('sets');
  return (
    <span className="row">
      <StateBadge tone={tones[set.state]}>{t(`states.${set.state}`)}</StateBadge>
      {set.certainty === 'template' ? <span className="small soft">{t('template')}</span> : null}
    </span>
  );
}
