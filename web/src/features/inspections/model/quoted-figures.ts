// SPDX-License-Identifier: Apache-2.0
import type { Figure } from './types.ts';

export type QuotedPart = 'ratio' | 'numerator' | 'denominator' | 'stated' | 'recomputed';
export type TextRun = { readonly text: string } | { readonly code: string; readonly part: QuotedPart | null };

const token = /\{\{figure:([a-z][a-z0-9_]{0,59})(?::(ratio|numerator|denominator|stated|recomputed))?\}\}/g;

/** A stored text in runs: plain words, and figures quoted by their code. */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index) });
    runs.push({ code: match[1] ?? '', part: (match[2] as QuotedPart | undefined) ?? null });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

/** How a figure is quoted in a text. */
export function tokenOf(figure: Pick<Figure, 'code'>): string {
  return `{{figure:${figure.code}}}`;
}
