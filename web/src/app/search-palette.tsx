// SPDX-License-Identifier: Apache-2.0
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { matches } from '../shared/format/text.ts';
import type { Session } from '../shared/session/session.ts';
import { IconSearch } from '../shared/ui/icons.ts';
import { administration, openPlaces, places } from './places.ts';
import css from './search-palette.module.css';
import { type Found, searchSources } from './search-sources.ts';

/** Finds pages, units, inspections and documents by words without diacritics. */
export function SearchPalette({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 180);
  const [active, setActive] = useState(0);
  const sources = searchSources.filter((source) => session.permissions.includes(source.permission));
  const answers = useQueries({
    queries: sources.map((source) => ({ queryKey: ['search', source.key, asked], queryFn: () => source.find(asked), enabled: asked.length >= 2 })),
  });
  const pages: Found[] = openPlaces([...places, ...administration], session.permissions)
    .map((place) => ({ id: place.key, title: t(`nav.${place.key}`), detail: '', to: place.to }))
    .filter((place) => query.trim() === '' || matches(query, place.title));
  const groups = [{ key: 'pages' as const, found: pages, failed: false }, ...sources.map((source, index) => ({ key: source.key, found: asked.length >= 2 ? (answers[index]?.data ?? []) : [], failed: answers[index]?.isError ?? false }))].filter((group) => group.found.length > 0 || group.failed);
  const flat = groups.flatMap((group) => group.found);
  const chosen = flat[Math.min(active, flat.length - 1)];
  const go = (found: Found | undefined): void => {
    if (!found) return;
    onClose();
    void navigate(found.to);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive((now) => Math.min(now + 1, flat.length - 1));
    else if (event.key === 'ArrowUp') setActive((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };
  const waiting = asked !== query.trim() || answers.some((answer) => answer.isFetching);
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size={620} yOffset="10vh" title={null} aria-label={t('palette.title')} padding={0} transitionProps={{ duration: 100 }}>
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
      <div id="palette-list" role="listbox" aria-label={t('palette.title')} className={css['list']}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={t(`palette.${group.key}`)}>
            <p className={css['group']} aria-hidden="true">
              {t(`palette.${group.key}`)}
            </p>
            {group.failed ? <p className={css['failed']}>{t('palette.failed')}</p> : null}
            {group.found.map((found) => (
              <div key={found.id} id={`found-${found.id}`} role="option" aria-selected={found === chosen} className={css['found']} tabIndex={-1} onMouseMove={() => setActive(flat.indexOf(found))} onClick={() => go(found)} onKeyDown={press}>
                <span>{found.title}</span>
                {found.detail ? <span className={css['detail']}>{found.detail}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={css['hint']} aria-live="polite">
        {flat.length === 0 && !waiting ? t('palette.none', { query }) : t('palette.hint')}
      </p>
    </Modal>
  );
}
