// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/format/days.ts';
import css from '../inspections.module.css';
import { roundSteps, type Transition, visitSteps } from './types.ts';

const recent = 8;

type Props = {
  readonly of: readonly Transition[];
  /** All are of the unit whose page this is, so it is not named in each. */
  readonly ofOneUnit?: boolean;
};

/** The latest changes of step first; the older ones open on demand. */
export function StepHistory({ of: transitions, ofOneUnit = false }: Props) {
  const { t } = useTranslation('inspections');
  const latest = [...transitions].reverse();
  return (
    <>
      <Rows of={latest.slice(0, recent)} ofOneUnit={ofOneUnit} />
      {latest.length > recent ? (
        <details className={css['older']}>
          <summary>{t('round.history_all', { count: latest.length - recent })}</summary>
          <Rows of={latest.slice(recent)} ofOneUnit={ofOneUnit} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ of: transitions, ofOneUnit = false }: Props) {
  const { t } = useTranslation('inspections');
  const name = (step: string, isVisit: boolean): string => {
    const ofVisit = visitSteps.find((one) => one === step);
    const ofRound = roundSteps.find((one) => one === step);
    if (isVisit) return ofVisit ? t(`visit_step.${ofVisit}`) : t('visit_step.withdrawn');
    return ofRound ? t(`step.${ofRound}`) : step;
  };
  return (
    <ol className={css['history']}>
      {transitions.map((one) => (
        <li key={`${one.at} ${one.visitId} ${one.toStep}`}>
          <span className="digits soft">{formatInstant(one.at)}</span>
          <span>
            {ofOneUnit ? null : `${one.unitName ?? t('round.of_round')}: `}
            {one.fromStep
              ? t('round.history_row', { from: name(one.fromStep, one.visitId !== null), to: name(one.toStep, one.visitId !== null) })
              : name(one.toStep, one.visitId !== null)}
            <span className="soft"> · {one.actorName}</span>
            {one.reason ? <span className="soft"> · {t('round.reason', { reason: one.reason })}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
