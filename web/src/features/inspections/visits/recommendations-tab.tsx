// SPDX-License-Identifier: Apache-2.0
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { RecommendationTable } from '../../actions/index.ts';
import { visitRights } from '../model/rights.ts';
import type { VisitSheet } from '../model/types.ts';
import { StatementList } from '../statements/statement-list.tsx';
import { RecommendForm } from './recommend-form.tsx';

const ReviseDialog = lazyPart(() => import('./revise-dialog.tsx').then((file) => file.ReviseDialog));

export function RecommendationsTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const rights = visitRights(visit);
  const [revising, setRevising] = useState<string | null>(null);
  const revised = visit.recommendations.find((one) => one.id === revising);
  return (
    <>
      <Section title={t('round.recommendations')}>
        <RecommendationTable
          rows={visit.recommendations}
          withOrigin={false}
          onEdit={rights.recommend ? setRevising : undefined}
          empty={<Empty title={t('round.recommendations_none')} />}
        />
        {rights.recommend ? <RecommendForm visitId={visit.id} /> : null}
        {revised ? (
          <Suspense>
            <ReviseDialog recommendation={revised} onClose={() => setRevising(null)} />
          </Suspense>
        ) : null}
      </Section>
      {(['proposal', 'opinion'] as const).map((kind) => (
        <Section key={kind} title={t(`statements.kind.${kind}`)}>
          <StatementList
            kind={kind}
            statements={visit.statements}
            figures={visit.figures}
            place={{ visitId: visit.id }}
            editable={rights.voice}
          />
        </Section>
      ))}
    </>
  );
}
