// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, NativeSelect, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { UnitPicker } from '../unit-picker.tsx';
import { unitChildrenQuery } from '../units.api.ts';
import css from '../units.module.css';
import { NamesFields } from './names-fields.tsx';
import { type Draft, newPart, type Part } from './unit-change.ts';

type Props = { readonly unitId: string; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

/** Which units end together, and what they become. */
export function MergeFields({ unitId, draft, onDraft }: Props) {
  const { t } = useTranslation('units');
  const add = (unit: Draft['into']): void => {
    if (!unit || unit.id === unitId || draft.others.some((other) => other.id === unit.id)) return;
    onDraft({ ...draft, others: [...draft.others, unit] });
  };
  return (
    <>
      <UnitPicker
        key={draft.others.length}
        label={t('change.others')}
        description={t('change.others_help')}
        value={null}
        onChange={add}
        asOf={draft.onDay || today()}
      />
      {draft.others.length > 0 ? (
        <ul className={css['chosen']}>
          {draft.others.map((other) => (
            <li key={other.id}>
              {other.name}
              <CloseButton
                size="sm"
                aria-label={t('change.remove', { name: other.name })}
                onClick={() => onDraft({ ...draft, others: draft.others.filter((one) => one.id !== other.id) })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <SegmentedControl
        aria-label={t('change.into')}
        value={draft.intoNew ? 'new' : 'known'}
        onChange={(value) => onDraft({ ...draft, intoNew: value === 'new' })}
        data={[
          { value: 'new', label: t('change.into_new') },
          { value: 'known', label: t('change.into_known') },
        ]}
      />
      {draft.intoNew ? (
        <>
          <NamesFields names={draft.names} onNames={(names) => onDraft({ ...draft, names })} />
          <UnitPicker
            label={t('under')}
            value={draft.parent}
            onChange={(parent) => onDraft({ ...draft, parent })}
            asOf={draft.onDay || today()}
          />
        </>
      ) : (
        <UnitPicker
          label={t('change.into')}
          required
          value={draft.into}
          onChange={(into) => onDraft({ ...draft, into })}
          asOf={draft.onDay || today()}
        />
      )}
    </>
  );
}

/** The parts that a unit becomes, and which of them takes over each unit below. */
export function SplitFields({ unitId, draft, onDraft }: Props) {
  const { t } = useTranslation('units');
  const put = (key: string, next: Part | null): void =>
    onDraft({ ...draft, parts: draft.parts.flatMap((part) => (part.key === key ? (next ? [next] : []) : [part])) });
  return (
    <>
      {draft.parts.map((part, index) => (
        <fieldset key={part.key} className={css['box']}>
          <legend>{t('change.part', { number: index + 1 })}</legend>
          <NamesFields names={part.names} onNames={(names) => put(part.key, { ...part, names })} />
          {draft.parts.length > 2 ? (
            <div>
              <Button size="compact-xs" variant="subtle" color="gray" c="var(--link)" onClick={() => put(part.key, null)}>
                {t('change.part_remove')}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button size="xs" variant="default" onClick={() => onDraft({ ...draft, parts: [...draft.parts, newPart()] })}>
          {t('change.part_add')}
        </Button>
      </div>
      <Heirs unitId={unitId} draft={draft} onDraft={onDraft} />
    </>
  );
}

function Heirs({ unitId, draft, onDraft }: Props) {
  const { t } = useTranslation('units');
  const children = useQuery(unitChildrenQuery(unitId, draft.onDay || today()));
  const rows = children.data?.rows ?? [];
  if (rows.length === 0) return null;
  const options = draft.parts.map((part, index) => ({
    value: part.key,
    label: part.names.name.trim() || t('change.part', { number: index + 1 }),
  }));
  return (
    <fieldset className={css['box']}>
      <legend>{t('change.heirs')}</legend>
      <div className={css['pair']}>
        {rows.map((child) => (
          <NativeSelect
            key={child.id}
            label={child.name}
            data={[{ value: '', label: t('change.no_heir') }, ...options]}
            value={options.some((one) => one.value === draft.heirs[child.id]) ? draft.heirs[child.id] : ''}
            onChange={(event) => onDraft({ ...draft, heirs: { ...draft.heirs, [child.id]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
