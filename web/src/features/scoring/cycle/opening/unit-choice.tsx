// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../../../shared/format/text.ts';
import css from './opening.module.css';

type Unit = { readonly id: string; readonly name: string };
type Props = {
  readonly label: string;
  /** Units that may be chosen: of the level of the set, below the organiser, in no other group. */
  readonly units: readonly Unit[];
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
};

/** Ticks the units of a peer group. */
export function UnitChoice({ label, units, chosen, onChosen }: Props) {
  const { t } = useTranslation('opening');
  const [query, setQuery] = useState('');
  const shown = units.filter(({ name }) => matches(query, name));
  const taken = new Set(chosen);
  const set = (ids: readonly string[], to: boolean): void => {
    const touched = new Set(ids);
    onChosen(units.map(({ id }) => id).filter((id) => (touched.has(id) ? to : taken.has(id))));
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="row" style={{ marginBottom: 8 }}>
        <TextInput
          size="sm"
          aria-label={t('unit_filter')}
          placeholder={t('unit_filter')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            set(
              shown.map(({ id }) => id),
              true,
            )
          }
        >
          {t('choose_all')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            set(
              shown.map(({ id }) => id),
              false,
            )
          }
        >
          {t('choose_none')}
        </Button>
        <span className="small soft" aria-live="polite">
          {t('chosen', { count: chosen.length, all: units.length })}
        </span>
      </div>
      {units.length === 0 ? <p className="small">{t('no_units')}</p> : null}
      <div className={css['units']} hidden={units.length === 0}>
        {shown.map(({ id, name }) => (
          <Checkbox key={id} label={name} checked={taken.has(id)} onChange={(event) => set([id], event.currentTarget.checked)} />
        ))}
      </div>
    </fieldset>
  );
}
