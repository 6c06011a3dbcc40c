// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DropPanel } from '../../../shared/ui/layout/drop-panel.tsx';
import css from './procedures.module.css';

type Item = { readonly label: string; readonly onSelect: () => void };
type Props = { readonly label: string; readonly icon: ReactNode; readonly items: readonly Item[]; readonly pending?: boolean };

/** A few acts behind one button. */
export function ActMenu({ label, icon, items, pending = false }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      label={label}
      padding={6}
      button={(press) => (
        <Button variant="default" loading={pending} leftSection={icon} {...press}>
          {label}
        </Button>
      )}
    >
      <ul className={css['menu']}>
        {items.map((item) => (
          <li key={item.label}>
            <button
              type="button"
              onClick={() => {
                setOpened(false);
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </DropPanel>
  );
}
