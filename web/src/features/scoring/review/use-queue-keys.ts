// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

type Acts = { readonly next?: () => void; readonly previous?: () => void; readonly accept?: () => void };

const actOf: Readonly<Record<string, keyof Acts>> = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'accept' };

/** Alt with an arrow goes from item to item, Alt and Enter accepts; with Alt, so that typing is never taken for an act. */
export function useQueueKeys(acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = event.altKey && !event.ctrlKey && !event.metaKey ? latest.current[actOf[event.key] ?? 'accept'] : undefined;
      if (!act || !(event.key in actOf)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
