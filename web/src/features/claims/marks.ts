// SPDX-License-Identifier: Apache-2.0
import { type Claim, type Verdict, verdicts } from './claims.api.ts';

export type Piece = { readonly text: string; readonly claim: number | null };
export type Block = { readonly start: number; readonly pieces: readonly Piece[] };

const blockCharacters = 1_800;

/** Cuts a text at line ends into blocks of about the same size, so that a browser lays out only those in sight. */
export function blockStarts(text: string): number[] {
  const starts = [0];
  let last = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (at + 1 - last < blockCharacters) continue;
    starts.push(at + 1);
    last = at + 1;
  }
  return starts;
}

function weight(verdict: Verdict): number {
  return verdicts.length - verdicts.indexOf(verdict);
}

type Claimed = Pick<Claim, 'start' | 'end' | 'verdict'>;

/** Where claims overlap the graver one is marked, among equals the shorter. */
function wins(a: Claimed, b: Claimed): boolean {
  const difference = weight(a.verdict) - weight(b.verdict);
  return difference === 0 ? a.end - a.start < b.end - b.start : difference > 0;
}

/**
 * The text in blocks of pieces, each plain or marked with the index of one claim.
 * The pieces joined give the text again.
 */
export function markText(text: string, claims: readonly Claimed[]): Block[] {
  const starts = blockStarts(text);
  const edges = new Set<number>(starts);
  for (const claim of claims) edges.add(claim.start).add(claim.end);
  const cuts = [...edges].filter((at) => at >= 0 && at < text.length).sort((a, b) => a - b);
  const order = claims.map((_, index) => index).sort((a, b) => (claims[a]?.start ?? 0) - (claims[b]?.start ?? 0));
  const blocks: { start: number; pieces: Piece[] }[] = [];
  const isStart = new Set(starts);
  let open: number[] = [];
  let next = 0;
  cuts.forEach((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    for (let claim = order[next]; claim !== undefined && (claims[claim]?.start ?? 0) <= from; claim = order[++next]) open.push(claim);
    open = open.filter((claim) => (claims[claim]?.end ?? 0) > from);
    if (isStart.has(from)) blocks.push({ start: from, pieces: [] });
    const claim = open.reduce<number | null>((best, one) => {
      const [candidate, current] = [claims[one], best === null ? undefined : claims[best]];
      return candidate && (!current || wins(candidate, current)) ? one : best;
    }, null);
    blocks.at(-1)?.pieces.push({ text: text.slice(from, to), claim });
  });
  return blocks;
}
