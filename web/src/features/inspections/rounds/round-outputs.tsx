// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { conclusionPath } from '../model/inspections.api.ts';
import { OutputLinks } from '../model/output-links.tsx';
import type { RoundSheet } from '../model/types.ts';

export function RoundOutputs({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  if (!round.full && !round.conclusionIssuedOn) return null;
  return (
    <Section title={t('round.outputs')}>
      <OutputLinks
        title={t('outputs.conclusion')}
        official={round.conclusionDocumentId !== null}
        pathOf={(format) => conclusionPath(round.id, format)}
      />
    </Section>
  );
}
