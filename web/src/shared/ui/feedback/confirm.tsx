// SPDX-License-Identifier: Apache-2.0
import { Suspense, useState } from 'react';
import type { ConfirmProps } from './confirm-dialog.tsx';
import { lazyPart } from './lazy-part.tsx';
import { useFocusBack } from './use-focus-back.ts';

const ConfirmDialog = lazyPart(() => import('./confirm-dialog.tsx').then((file) => file.ConfirmDialog));

/** Asks before an act that others will see, with its reason where one is owed. The dialog is fetched when it is first opened. */
export function Confirm(props: ConfirmProps) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  useFocusBack(props.opened);
  // Once opened it stays, so that a reason half written is there when it is opened again.
  return wasOpened ? (
    <Suspense>
      <ConfirmDialog {...props} />
    </Suspense>
  ) : null;
}
