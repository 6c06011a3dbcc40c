// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { visitRights } from '../model/rights.ts';
import type { VisitSheet } from '../model/types.ts';
import { StatementList } from '../statements/statement-list.tsx';

export function StatementsTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const rights = visitRights(visit);
  return (
    <>
      {(['strength', 'finding'] as const).map((kind) => (
        <Section key={kind} title={t(`statements.kind.${kind}`)}>
          <StatementList
            kind={kind}
            statements={visit.statements}
            figures={visit.figures}
            place={{ visitId: visit.id }}
            editable={rights.findings}
          />
        </Section>
      ))}
    </>
  );
}
