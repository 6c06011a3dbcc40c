// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchFieldProps } from './search-field.tsx';

type Props = SearchFieldProps & {
  /** The field that this one takes the place of. */
  readonly resting: RefObject<HTMLInputElement | null>;
};

/** Where the cursor stands in a field; null where it stands elsewhere. */
function cursorIn(field: HTMLInputElement | null): readonly [number, number] | null {
  return field && document.activeElement === field ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : null;
}

/** A `SearchField` with its list. */
export function SearchList({
  value,
  onChange,
  text,
  found,
  status,
  none,
  failed,
  clearable = false,
  renderOption,
  resting,
  ...field
}: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isThere = useRef(false);
  const [cursor] = useState(() => cursorIn(resting.current));
  // The list begins with the name of what is chosen, which would take the place of what was typed before it was there.
  useEffect(() => {
    isThere.current = true;
    if (cursor) input.current?.setSelectionRange(...cursor);
    return () => {
      isThere.current = false;
    };
  }, [cursor]);
  // What is chosen keeps the name it has in the field, so that the arriving list changes nothing under the hands of who types.
  const options = found.map(({ id, name }) => ({ value: id, label: (id === value?.id && value.name) || name }));
  if (value?.name && !found.some(({ id }) => id === value.id)) options.unshift({ value: value.id, label: value.name });
  const notes = { pending: t('state.loading'), error: failed, success: none };
  return (
    <Select
      {...field}
      ref={input}
      data={options}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      searchable
      searchValue={text.typed ?? value?.name ?? ''}
      onSearchChange={(next) => {
        if (isThere.current) text.type(next);
      }}
      clearable={clearable}
      autoFocus={cursor !== null}
      defaultDropdownOpened={cursor !== null}
      // Once something else is typed only what was found is offered; before that, what is chosen heads the list.
      filter={({ options: all, search }) =>
        search === '' ? all : all.filter((one) => 'value' in one && found.some(({ id }) => id === one.value))
      }
      nothingFoundMessage={notes[status]}
      maxDropdownHeight={300}
      {...(renderOption ? { renderOption: ({ option }) => renderOption({ id: option.value, name: option.label }) } : {})}
    />
  );
}
