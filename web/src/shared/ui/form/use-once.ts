// SPDX-License-Identifier: Apache-2.0
import { useCallback, useRef } from 'react';

/** Longer than a double click, shorter than a second try. */
const doubleClickMs = 400;

/**
 * Lets an act through once for a double click: the second press comes before anything on the screen tells that the first is on its way,
 * or after a quick answer has put another act in its place.
 */
export function useOnce(pending: boolean): (act: () => void) => void {
  const sent = useRef(false);
  return useCallback(
    (act) => {
      if (pending || sent.current) return;
      sent.current = true;
      setTimeout(() => {
        sent.current = false;
      }, doubleClickMs);
      act();
    },
    [pending],
  );
}
