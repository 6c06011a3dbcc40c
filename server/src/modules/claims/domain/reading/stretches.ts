// SPDX-License-Identifier: Apache-2.0

/** A stretch to be read with some text around it; only claims that begin in [`from`, `to`) belong to it. */
export type Stretch = { readonly from: number; readonly to: number; readonly contextFrom: number; readonly contextTo: number };

/** Small enough for what is read of one stretch to be given up while it is young; a longer one is copied from place to place. */
const CORE_CHARS = 12_000;
const BEFORE_CHARS = 2_000;
const AFTER_CHARS = 1_200;
const EDGE_CHARS = 400;

/** Cuts a text into stretches of bounded size, at line ends or spaces where there are any. */
export function cutStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < text.length) {
    const to = from + CORE_CHARS >= text.length ? text.length : findEdge(text, from + CORE_CHARS);
    const contextFrom = from === 0 ? 0 : findEdge(text, Math.max(0, from - BEFORE_CHARS));
    const contextTo = to + AFTER_CHARS >= text.length ? text.length : findEdge(text, to + AFTER_CHARS);
    stretches.push({ from, to, contextFrom, contextTo });
    from = to;
  }
  return stretches;
}

/** The nearest line end before a position, else the nearest space, else the position. */
function findEdge(text: string, near: number): number {
  const lowest = Math.max(0, near - EDGE_CHARS);
  let space = 0;
  for (let i = near; i > lowest; i -= 1) {
    const code = text.charCodeAt(i - 1);
    if (code === 10) return i;
    if (space === 0 && code === 32) space = i;
  }
  return space > 0 ? space : near;
}
