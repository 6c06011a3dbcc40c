// SPDX-License-Identifier: Apache-2.0
import { Suspense, useState } from 'react';
import type { DialogProps } from './dialog-window.tsx';
import { lazyPart } from './lazy-part.tsx';
import { useFocusBack } from './use-focus-back.ts';

const DialogWindow = lazyPart(() => import('./dialog-window.tsx').then((file) => file.DialogWindow));

/** A dialog over the page, fetched when the first one is opened; the focus goes back to what opened it. */
export function Dialog(props: DialogProps) {
  const { opened = true } = props;
  const [wasOpened, setWasOpened] = useState(opened);
  if (opened && !wasOpened) setWasOpened(true);
  useFocusBack(opened);
  return wasOpened ? (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  ) : null;
}
