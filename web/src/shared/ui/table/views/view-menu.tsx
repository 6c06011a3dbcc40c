// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconBookmark, IconX } from '../../icons.ts';
import { DropPanel } from '../../layout/drop-panel.tsx';
import css from '../data-table.module.css';
import type { TableLook } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

type Props = { readonly table: string; readonly look: TableLook; readonly onLook: (look: TableLook) => void };

/** Keeps the way a table is looked at under a name, and brings it back. */
export function ViewMenu({ table, look, onLook }: Props) {
  const { t } = useTranslation();
  const { views, add, remove } = useSavedViews(table);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    add({ ...look, name });
    setName('');
  };
  return (
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      width={300}
      label={t('table.views')}
      button={(press) => (
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink-soft)"
          size="compact-sm"
          leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden="true" />}
          {...press}
        >
          {t('table.views')}
        </Button>
      )}
    >
      <div className="stack" style={{ gap: 10 }}>
        {views.length === 0 ? (
          <p className="small soft">{t('table.views_none')}</p>
        ) : (
          <ul className={css['views']}>
            {views.map((view) => (
              <li key={view.name}>
                <button
                  type="button"
                  onClick={() => {
                    onLook(view);
                    setOpened(false);
                  }}
                >
                  {view.name}
                </button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  c="var(--ink-soft)"
                  aria-label={t('table.view_remove', { name: view.name })}
                  onClick={() => remove(view.name)}
                >
                  <IconX size={15} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={save} className={css['saveView']}>
          <TextInput
            size="sm"
            aria-label={t('table.view_name')}
            placeholder={t('table.view_name')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" variant="default" disabled={name.trim() === ''}>
            {t('table.view_save')}
          </Button>
        </form>
      </div>
    </DropPanel>
  );
}
