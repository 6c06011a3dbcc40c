// SPDX-License-Identifier: Apache-2.0
import { Input, TextInput } from '@mantine/core';
import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { IconSelector } from '../icons.ts';
import type { SearchList } from './search-list.tsx';
import type { SearchText } from './use-search-text.ts';

export type Named = { readonly id: string; readonly name: string };

export type SearchFieldProps = {
  readonly label: ReactNode;
  readonly value: Named | null;
  readonly onChange: (chosen: { id: string; name: string } | null) => void;
  readonly text: SearchText;
  /** What was found for the text, best first. */
  readonly found: readonly Named[];
  readonly status: 'pending' | 'error' | 'success';
  /** Said in the list where nothing was found. */
  readonly none: string;
  /** Said where the list cannot be fetched. */
  readonly failed: string;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly renderOption?: (option: Named) => ReactNode;
  readonly 'data-autofocus'?: boolean;
};

let loaded: ComponentType<Parameters<typeof SearchList>[0]> | undefined;

/**
 * Chooses one of many by words. Its list is fetched when the field is first reached; what is typed meanwhile is kept, and the cursor
 * stays where it was.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, text, placeholder, description, error, required = false, clearable = false, failed } = props;
  const field = useRef<HTMLInputElement>(null);
  const [hasList, setHasList] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const reach = async (): Promise<void> => {
    text.reach();
    try {
      loaded ??= (await import('./search-list.tsx')).SearchList;
      setHasList(true);
    } catch {
      setFailed(true);
    }
  };
  const clear = (): void => {
    text.type(null);
    onChange(null);
  };
  const List = loaded;
  if (hasList && List) return <List {...props} resting={field} />;
  return (
    <TextInput
      ref={field}
      label={label}
      description={description}
      error={hasFailed ? failed : error}
      required={required}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      autoComplete="off"
      value={text.typed ?? value?.name ?? ''}
      data-autofocus={props['data-autofocus']}
      {...(placeholder === undefined ? {} : { placeholder })}
      rightSectionPointerEvents="none"
      __defaultRightSection={<IconSelector size={18} stroke={1.5} color="var(--mantine-color-gray-6)" aria-hidden="true" />}
      __clearable={clearable && value !== null}
      __clearSection={<Input.ClearButton tabIndex={-1} aria-hidden onMouseDown={(event) => event.preventDefault()} onClick={clear} />}
      onChange={(event) => text.type(event.currentTarget.value)}
      onPointerEnter={reach}
      onFocus={reach}
    />
  );
}
