// SPDX-License-Identifier: Apache-2.0
import { Popover, type PopoverProps } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './drop-panel.module.css';

export type PanelLook = {
  readonly label?: string | undefined;
  /** Identifier of the element that names the panel, where `label` does not. */
  readonly labelledBy?: string | undefined;
  readonly width?: number | undefined;
  readonly position?: PopoverProps['position'];
  readonly padding?: number | undefined;
  readonly className?: string | undefined;
};

type Props = PanelLook & { readonly opened: boolean; readonly onOpened: (opened: boolean) => void; readonly children: ReactNode };

/** The panel of `DropPanel`, laid beside the place of its button; it keeps the focus while it is open. */
export function FloatingPanel({
  label,
  labelledBy,
  width,
  position = 'bottom-end',
  padding,
  className,
  opened,
  onOpened,
  children,
}: Props) {
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position={position}
      shadow="md"
      trapFocus
      withinPortal
      middlewares={{ flip: true, shift: { padding: 12 } }}
      transitionProps={{ duration: 120 }}
      {...(width === undefined ? {} : { width })}
    >
      <Popover.Target>
        <span className={css['anchor']} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown
        data-panel
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(labelledBy === undefined ? {} : { 'aria-labelledby': labelledBy })}
        {...(padding === undefined ? {} : { p: padding })}
        {...(className === undefined ? {} : { className })}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
