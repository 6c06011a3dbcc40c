// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';
import { today } from '../format/days.ts';

let chosen: string | null = null;
const listeners = new Set<() => void>();

/** Chooses the day as of which units are read; null goes back to today. */
export function chooseAsOf(day: string | null): void {
  chosen = day === today() ? null : day;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The day as of which the screens read units, and whether it is today. */
export function useAsOf(): { readonly day: string; readonly isToday: boolean } {
  const day = useSyncExternalStore(subscribe, () => chosen);
  return { day: day ?? today(), isToday: day === null };
}
