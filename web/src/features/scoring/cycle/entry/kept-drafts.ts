// SPDX-License-Identifier: Apache-2.0
import type { Draft } from './input-draft.ts';

const prefix = 'tuongminh.score.';

/** What somebody typed for an item and did not save, kept in this window until it is saved or discarded. */
export function keptDraft(key: string): Draft | null {
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null;
  }
}

/** Keeps a draft; null forgets it. Without storage nothing is kept. */
export function keepDraft(key: string, draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(prefix + key);
    else sessionStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // A browser that refuses storage keeps what is typed as long as the form is open.
  }
}
