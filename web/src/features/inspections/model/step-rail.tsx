// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { IconCheck } from '../../../shared/ui/icons.ts';
import css from '../inspections.module.css';

/** The steps in order, with where the case stands. */
export function StepRail<Step extends string>({
  steps,
  current,
  nameOf,
}: {
  readonly steps: readonly Step[];
  readonly current: Step;
  readonly nameOf: (step: Step) => string;
}) {
  const { t } = useTranslation('inspections');
  const at = steps.indexOf(current);
  return (
    <ol className={css['steps']} aria-label={t('rail.title')}>
      {steps.map((step, index) => (
        <li key={step} data-state={index < at ? 'done' : index === at ? 'now' : 'ahead'} aria-current={index === at ? 'step' : undefined}>
          <span className={css['dot']}>{index < at ? <IconCheck size={12} stroke={2.4} aria-label={t('rail.done')} /> : null}</span>
          <span>{nameOf(step)}</span>
        </li>
      ))}
    </ol>
  );
}
