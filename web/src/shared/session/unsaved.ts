// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useSyncExternalStore } from 'react';

const kept = new Set<string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that something was typed here that is lost when the page is left; the shell asks before. */
export function useUnsaved(isUnsaved: boolean): void {
  const id = useId();
  useEffect(() => {
    if (!isUnsaved) return;
    kept.add(id);
    tell();
    return () => {
      kept.delete(id);
      tell();
    };
  }, [id, isUnsaved]);
}

/** Whether a form of the page holds something that is not saved. */
export function useHasUnsaved(): boolean {
  return useSyncExternalStore(subscribe, hasUnsaved);
}

export function hasUnsaved(): boolean {
  return kept.size > 0;
}

/** What was typed is saved, or is given up: the next step leaves without a question. */
export function forgetUnsaved(): void {
  kept.clear();
  tell();
}
