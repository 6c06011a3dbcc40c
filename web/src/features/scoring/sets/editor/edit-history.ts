// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, SetContent } from '../sets.api.ts';

/** Contents before and after the present one; each step can be taken back and again. */
export type EditHistory = {
  readonly past: readonly SetContent[];
  readonly present: SetContent;
  readonly future: readonly SetContent[];
};

const mostSteps = 100;

export const startHistory = (present: SetContent): EditHistory => ({ past: [], present, future: [] });

export function edited({ past, present }: EditHistory, next: SetContent): EditHistory {
  return { past: [...past, present].slice(-mostSteps), present: next, future: [] };
}

export function undone(history: EditHistory): EditHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redone(history: EditHistory): EditHistory {
  const [after, ...future] = history.future;
  return after ? { past: [...history.past, history.present], present: after, future } : history;
}

/** Replaces the row at a place; a changed code is followed by the rows below it. */
export function withNode(content: SetContent, place: number, node: CriteriaNode): SetContent {
  const before = content.nodes[place];
  const nodes = content.nodes.map((one, index) => {
    if (index === place) return node;
    return before && one.parentCode === before.code && before.code !== node.code ? { ...one, parentCode: node.code } : one;
  });
  return { ...content, nodes };
}

/** Adds a row below another one's last descendant, or at the end. */
export function withAdded(content: SetContent, node: CriteriaNode): SetContent {
  const place = node.parentCode === null ? content.nodes.length : lastBelow(content, node.parentCode) + 1;
  return { ...content, nodes: [...content.nodes.slice(0, place), node, ...content.nodes.slice(place)] };
}

/** Takes a row away with everything below it. */
export function withoutNode(content: SetContent, place: number): SetContent {
  const gone = new Set([content.nodes[place]?.code]);
  const nodes = content.nodes.filter((node, index) => {
    const below = index === place || (node.parentCode !== null && gone.has(node.parentCode));
    if (below) gone.add(node.code);
    return !below;
  });
  return { ...content, nodes };
}

/** Moves a row with everything below it past its neighbour of the same parent. */
export function withMoved(content: SetContent, place: number, by: -1 | 1): SetContent {
  const node = content.nodes[place];
  const siblings = content.nodes.flatMap((one, index) => (one.parentCode === node?.parentCode ? [index] : []));
  const other = siblings[siblings.indexOf(place) + by];
  if (!node || other === undefined) return content;
  const [first, second] = by < 0 ? [other, place] : [place, other];
  const [upper, lower] = [blockAt(content, first), blockAt(content, second)];
  const rest = content.nodes.filter((one) => !upper.includes(one) && !lower.includes(one));
  const at = rest.findIndex((one) => content.nodes.indexOf(one) > first);
  const before = at < 0 ? rest : rest.slice(0, at);
  const after = at < 0 ? [] : rest.slice(at);
  return { ...content, nodes: [...before, ...lower, ...upper, ...after] };
}

/** The next free code below a parent: 1.3 after 1.2, 4 after 3. */
export function nextCode(content: SetContent, parentCode: string | null): string {
  const lasts = content.nodes.filter((node) => node.parentCode === parentCode).map((node) => Number(/(\d+)$/.exec(node.code)?.[1] ?? 0));
  const next = Math.max(0, ...lasts) + 1;
  return parentCode === null ? String(next) : `${parentCode}.${next}`;
}

function blockAt(content: SetContent, place: number): readonly CriteriaNode[] {
  const node = content.nodes[place];
  if (!node) return [];
  const codes = new Set([node.code]);
  return content.nodes.filter((one, index) => {
    const inside = index === place || (one.parentCode !== null && codes.has(one.parentCode));
    if (inside) codes.add(one.code);
    return inside;
  });
}

function lastBelow(content: SetContent, code: string): number {
  const codes = new Set([code]);
  let last = content.nodes.findIndex((node) => node.code === code);
  content.nodes.forEach((node, index) => {
    if (node.parentCode === null || !codes.has(node.parentCode)) return;
    codes.add(node.code);
    last = Math.max(last, index);
  });
  return last;
}
