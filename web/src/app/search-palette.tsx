// SPDX-License-Identifier: Apache-2.0
import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../shared/session/session.ts';
import { IconSearch } from '../shared/ui/icons.ts';
import { PaletteList } from './palette-list.tsx';
import css from './search-palette.module.css';
import type { Found } from './search-sources.ts';
import { useSearch } from './use-search.ts';

/** Finds pages, units, inspections and documents by words without diacritics. */
export function SearchPalette({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { groups, waiting } = useSearch(query, session.permissions);
  const flat = groups.flatMap((group) => group.found);
  const chosen = flat[Math.min(active, flat.length - 1)];
  const go = (found: Found): void => {
    onClose();
    void navigate(found.to);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive((now) => Math.min(now + 1, flat.length - 1));
    else if (event.key === 'ArrowUp') setActive((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter' && chosen) go(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size={620} yOffset="10vh" aria-label={t('palette.title')} padding={0}>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
        className={css['input'] ?? ''}
        value={query}
        onKeyDown={press}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
      />
      <PaletteList groups={groups} chosen={chosen} onHover={(found) => setActive(flat.indexOf(found))} onGo={go} onKeyDown={press} />
      <p className={css['hint']} aria-live="polite">
        {flat.length === 0 && !waiting ? t('palette.none', { query }) : t('palette.hint')}
      </p>
    </Modal>
  );
}
