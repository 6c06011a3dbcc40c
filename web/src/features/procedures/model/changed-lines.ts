// SPDX-License-Identifier: Apache-2.0

/**
 * Of two texts of several lines, the lines that only one of them has; texts of one line, and lines that merely changed
 * their order, are given whole.
 *
 * @example
 * changedLines('a\nb', 'a\nc') // { from: 'b', to: 'c' }
 */
export function changedLines(from: string, to: string): { readonly from: string; readonly to: string } {
  const [old, now] = [from.split('\n'), to.split('\n')];
  const gone = old.filter((line) => !now.includes(line));
  const come = now.filter((line) => !old.includes(line));
  return gone.length + come.length === 0 ? { from, to } : { from: gone.join('\n'), to: come.join('\n') };
}
