// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { issueConclusion, moveRound } from '../model/inspections.api.ts';
import { IssueButton } from '../model/issue-button.tsx';
import { StepMoves } from '../model/step-moves.tsx';
import { StepRail } from '../model/step-rail.tsx';
import { type RoundSheet, type RoundStep, roundSteps } from '../model/types.ts';

export function RoundSteps({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  const nameOf = (step: RoundStep): string => t(`step.${step}`);
  const shown = round.form === 'unannounced' ? roundSteps.filter((step) => step !== 'unit_reported') : roundSteps;
  return (
    <>
      <StepRail steps={shown} current={round.step} nameOf={nameOf} />
      <StepMoves
        steps={round.steps}
        nameOf={nameOf}
        onMove={(to, reason) => moveRound(round.id, { to, version: round.version, reason })}
        instead={(step) =>
          step === 'conclusion_issued' ? (
            <IssueButton
              verb={t('outputs.issue_conclusion')}
              dayLabel={t('outputs.issued_on')}
              warnings={round.steps.find((one) => one.to === step)?.warnings ?? []}
              onIssue={(issuing) => issueConclusion(round.id, { version: round.version, ...issuing })}
              asksSigner
            />
          ) : null
        }
      />
    </>
  );
}
