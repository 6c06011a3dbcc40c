// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitPicker } from '../../units/index.ts';
import css from '../model/procedures.module.css';
import type { UnitDraft } from './content-draft.ts';

type Props = {
  readonly label: string;
  readonly help?: string;
  readonly day: string;
  readonly units: readonly UnitDraft[];
  readonly onUnits: (units: readonly UnitDraft[]) => void;
};

/** Several units, chosen one after another. */
export function UnitsEditor({ label, help, day, units, onUnits }: Props) {
  const { t } = useTranslation('procedures');
  return (
    <div className="stack">
      <UnitPicker
        key={units.length}
        label={label}
        description={help}
        value={null}
        {...(day ? { asOf: day } : {})}
        onChange={(unit) => (unit && !units.some((one) => one.id === unit.id) ? onUnits([...units, unit]) : undefined)}
      />
      {units.length > 0 ? (
        <ul className={css['fields']}>
          {units.map((unit) => (
            <li key={unit.id} className="row">
              <span>{unit.name}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('form.remove', { name: unit.name })}
                onClick={() => onUnits(units.filter((one) => one.id !== unit.id))}
              >
                {t('form.remove', { name: '' }).trim()}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
