// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SetRow } from '../../sets/sets.api.ts';
import css from './opening.module.css';
import type { GroupDraft } from './round-draft.ts';
import { UnitChoice } from './unit-choice.tsx';
import type { UnitOfLevel } from './units-below.ts';

type Props = {
  readonly number: number;
  readonly group: GroupDraft;
  readonly sets: readonly SetRow[];
  readonly units: readonly UnitOfLevel[];
  /** Units that stand in another group. */
  readonly taken: ReadonlySet<string>;
  readonly onGroup: (group: GroupDraft) => void;
  readonly onRemove: (() => void) | null;
};

/** A peer group: its name, the version of the criteria set it keeps to the end, and its units. */
export function GroupFields({ number, group, sets, units, taken, onGroup, onRemove }: Props) {
  const { t } = useTranslation(['opening', 'sets']);
  const set = sets.find(({ id }) => id === group.setId);
  const free = units.filter(({ id, level }) => level === set?.level && !taken.has(id));
  return (
    <fieldset className={css['group']}>
      <legend>{t('group_number', { number })}</legend>
      <div className={css['pair']}>
        <TextInput
          label={t('group_name')}
          required
          value={group.name}
          onChange={(event) => onGroup({ ...group, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('group_set')}
          required
          value={group.setId}
          data={sets.map(({ id, title, number: version }) => ({ value: id, label: t('set_option', { title, version }) }))}
          onChange={(event) => onGroup({ ...group, setId: event.currentTarget.value, unitIds: [] })}
        />
      </div>
      {set?.certainty === 'template' ? <p className="small">{t('template_set')}</p> : null}
      <UnitChoice label={t('group_units')} units={free} chosen={group.unitIds} onChosen={(unitIds) => onGroup({ ...group, unitIds })} />
      {onRemove ? (
        <div>
          <Button size="compact-sm" variant="default" onClick={onRemove}>
            {t('group_remove')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
