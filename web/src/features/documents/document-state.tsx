// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import type { DocumentRow } from './documents.api.ts';

const tones = { draft: 'open', issued: 'done', recalled: 'paused' } as const;

export function DocumentState({ of: { state, direction } }: { readonly of: Pick<DocumentRow, 'state' | 'direction'> }) {
  const { t } = useTranslation('documents');
  return (
    <StateBadge tone={tones[state]} oneLine>
      {t(state === 'issued' && direction === 'incoming' ? 'state.received' : `state.${state}`)}
    </StateBadge>
  );
}
