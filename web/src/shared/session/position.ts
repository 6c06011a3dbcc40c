// SPDX-License-Identifier: Apache-2.0

const key = 'tuongminh.position';

/** The position that the person chose to work in, in this window, until the browser session ends; null for all of them. */
export function chosenPosition(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Chooses the position to work in; null goes back to all. */
export function choosePosition(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, id);
  } catch {
    // Without storage the choice cannot be kept, and all positions stay in use.
  }
}

/** Headers that tell the server the chosen position; it narrows rights and never adds any. */
export function positionHeaders(): Readonly<Record<string, string>> {
  const id = chosenPosition();
  return id === null ? {} : { 'x-tuongminh-position': id };
}
