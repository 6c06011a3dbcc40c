// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { Table } from '@tanstack/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconColumns3 } from '../icons.ts';
import { DropPanel } from '../layout/drop-panel.tsx';
import css from './data-table.module.css';

/** Chooses the columns that are shown; the last one cannot be hidden. */
export function ColumnChooser<T>({ table }: { readonly table: Table<T> }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const columns = table.getAllLeafColumns();
  if (columns.length < 4) return null;
  const left = table.getVisibleLeafColumns().length;
  return (
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      label={t('table.columns')}
      button={(press) => (
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink-soft)"
          size="compact-sm"
          leftSection={<IconColumns3 size={16} stroke={1.6} aria-hidden="true" />}
          {...press}
        >
          {t('table.columns')}
        </Button>
      )}
    >
      <fieldset className="stack" aria-label={t('table.columns')} style={{ gap: 8 }}>
        {columns.map((column) => (
          <label key={column.id} className={css['choice']}>
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              disabled={column.getIsVisible() && left === 1}
              onChange={column.getToggleVisibilityHandler()}
            />
            {String(column.columnDef.header)}
          </label>
        ))}
      </fieldset>
    </DropPanel>
  );
}
