// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { IconCheck, IconCircleX, IconMinus, IconScale } from '../../../shared/ui/icons.ts';
import { type Verdict, verdicts } from '../model/types.ts';
import css from './answers.module.css';

const icons = { meets: IconCheck, partly: IconScale, fails: IconCircleX, not_applicable: IconMinus } as const;

type Props = {
  readonly name: string;
  readonly label: string;
  readonly value: Verdict | null;
  readonly disabled: boolean;
  readonly onChange: (verdict: Verdict) => void;
};

/** Four answers as radio buttons, each with its word, icon and key. */
export function VerdictChoice({ name, label, value, disabled, onChange }: Props) {
  const { t } = useTranslation('inspections');
  return (
    <fieldset className={css['verdicts']} aria-label={label} disabled={disabled}>
      {verdicts.map((verdict, index) => {
        const Icon = icons[verdict];
        return (
          <label key={verdict} className={css['verdict']} data-verdict={verdict} data-chosen={value === verdict || undefined}>
            <input type="radio" name={name} checked={value === verdict} onChange={() => onChange(verdict)} />
            <Icon size={14} stroke={1.8} aria-hidden="true" />
            <span>{t(`checklist.verdict.${verdict}`)}</span>
            <span className={css['key']} aria-hidden="true">
              {index + 1}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
