// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSelector } from '../../shared/ui/icons.ts';
import type { UnitChooser } from './unit-chooser.tsx';

export type UnitPickerProps = {
  readonly label: ReactNode;
  /** Identifier and name of the unit that is chosen. */
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly onChange: (unit: { id: string; name: string } | null) => void;
  readonly asOf?: string;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
};

type Chooser = ComponentType<Parameters<typeof UnitChooser>[0]>;

let loaded: Chooser | undefined;

/**
 * Chooses a unit of a day by words of its name, with or without diacritics. The list is fetched when the field is first reached; what is
 * typed meanwhile is kept.
 */
export function UnitPicker(props: UnitPickerProps) {
  const { label, value, required, error, description } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [chooser, setChooser] = useState<{ readonly component: Chooser; readonly takesFocus: boolean } | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const fetchList = async (): Promise<void> => {
    try {
      loaded ??= (await import('./unit-chooser.tsx')).UnitChooser;
      setChooser({ component: loaded, takesFocus: document.activeElement === field.current });
    } catch {
      setFailed(true);
    }
  };
  if (chooser) return <chooser.component {...props} typedBefore={typed ?? value?.name ?? ''} takesFocus={chooser.takesFocus} />;
  return (
    <TextInput
      ref={field}
      label={label}
      description={description}
      error={failed ? t('unit_picker.failed') : error}
      required={required ?? false}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      autoComplete="off"
      value={typed ?? value?.name ?? ''}
      placeholder={t('unit_picker.placeholder')}
      rightSection={<IconSelector size={15} aria-hidden="true" />}
      rightSectionPointerEvents="none"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onPointerEnter={fetchList}
      onFocus={fetchList}
    />
  );
}
