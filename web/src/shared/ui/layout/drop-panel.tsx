// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { lazyPart } from '../feedback/lazy-part.tsx';
import css from './drop-panel.module.css';
import type { PanelLook } from './floating-panel.tsx';

const FloatingPanel = lazyPart(() => import('./floating-panel.tsx').then((file) => file.FloatingPanel));

/** What the button of a panel takes over: it says whether the panel is open, and opens or closes it. */
export type PanelPress = {
  readonly 'aria-expanded': boolean;
  readonly onMouseDown: () => void;
  readonly onClick: (event: { readonly detail: number }) => void;
  readonly onKeyDown: (event: { readonly key: string; readonly stopPropagation: () => void }) => void;
};

type Props = PanelLook & {
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  /** The button, which stays where it is in the text. */
  readonly button: (press: PanelPress) => ReactNode;
  readonly children: ReactNode;
};

/**
 * A button with a panel that drops from it. A page shows hundreds of such buttons and few are ever pressed: only a panel that was
 * opened is built, and its program is fetched with the first one.
 */
export function DropPanel({ opened, onOpened, button, children, ...look }: Props) {
  const [wasOpened, setWasOpened] = useState(opened);
  const openedAtPress = useRef(opened);
  const place = useRef<HTMLSpanElement>(null);
  // A panel that closes under the reader's hands gives the focus back to its button.
  useEffect(() => {
    if (opened || !wasOpened) return;
    const active = document.activeElement;
    if (active === document.body || active?.closest('[data-panel]')) place.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [opened, wasOpened]);
  if (opened && !wasOpened) setWasOpened(true);
  const press: PanelPress = {
    'aria-expanded': opened,
    onMouseDown: () => {
      openedAtPress.current = opened;
    },
    // A press beside the panel has closed it before the click, on its button too; a click from the keyboard (detail 0) has no press.
    onClick: ({ detail }) => onOpened(detail === 0 ? !opened : !openedAtPress.current),
    // The focus is on the button for as long as the panel's program is on its way.
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || !opened) return;
      event.stopPropagation();
      onOpened(false);
    },
  };
  return (
    <span ref={place} className={css['place']}>
      {button(press)}
      {wasOpened ? (
        <Suspense>
          <FloatingPanel {...look} opened={opened} onOpened={onOpened}>
            {children}
          </FloatingPanel>
        </Suspense>
      ) : null}
    </span>
  );
}
