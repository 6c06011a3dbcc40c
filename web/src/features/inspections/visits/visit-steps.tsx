// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { issueMinutes, moveVisit } from '../model/inspections.api.ts';
import { IssueButton } from '../model/issue-button.tsx';
import { visitRights } from '../model/rights.ts';
import { StepMoves } from '../model/step-moves.tsx';
import { StepRail } from '../model/step-rail.tsx';
import { type VisitSheet, type VisitStep, visitSteps } from '../model/types.ts';
import { WithdrawVisit } from './withdraw-visit.tsx';

export function VisitSteps({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const nameOf = (step: VisitStep): string => t(`visit_step.${step}`);
  const shown = visit.round.form === 'unannounced' ? visitSteps.filter((step) => step !== 'unit_reported') : visitSteps;
  return (
    <>
      <StepRail steps={shown} current={visit.step} nameOf={nameOf} />
      <StepMoves
        steps={visit.steps}
        nameOf={nameOf}
        onMove={(to, reason) => moveVisit(visit.id, { to, version: visit.version, reason })}
        instead={(step) =>
          step === 'minutes_signed' ? (
            <IssueButton
              verb={t('outputs.issue_minutes')}
              dayLabel={t('outputs.signed_on')}
              warnings={visit.steps.find((one) => one.to === step)?.warnings ?? []}
              onIssue={(issuing) => issueMinutes(visit.id, { version: visit.version, ...issuing })}
            />
          ) : null
        }
      />
      {visitRights(visit).withdraw ? <WithdrawVisit visit={visit} /> : null}
    </>
  );
}
