// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';

/** Gives the focus back to what had it when a dialog was opened, unless it has gone elsewhere meanwhile. */
export function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      const now = document.activeElement;
      const isLost = now === null || now === document.body || now.closest('[role="dialog"]') !== null;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [opened]);
}
