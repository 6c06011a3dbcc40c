// SPDX-License-Identifier: Apache-2.0
import { proseRuns } from './outputs/prose.ts';

// Stored texts name figures by their code within the visit; papers quote them by id (`outputs/prose.ts`).
const token = /\{\{figure:([a-z][a-z0-9_]{0,59})(?::(ratio|numerator|denominator|stated|recomputed))?\}\}/g;

/** Codes of the figures that a text quotes, in order, each once. */
export function quotedCodes(text: string): string[] {
  return [...new Set([...text.matchAll(token)].map((match) => match[1] ?? ''))];
}

/**
 * A stored text with its figures named by id, as the papers expect it. An unknown code stays as written, so that the
 * paper's builder refuses it.
 *
 * @example
 * withFigureIds('đạt {{figure:communes:ratio}}', new Map([['communes', 'f1']])) // 'đạt {figure:f1:ratio}'
 */
export function withFigureIds(text: string, idsByCode: ReadonlyMap<string, string>): string {
  return text.replace(
    token,
    (_whole, code: string, part: string | undefined) => `{figure:${idsByCode.get(code) ?? code}${part === undefined ? '' : `:${part}`}}`,
  );
}

/**
 * Numbers of a text that lead nowhere: neither a quoted figure nor part of what the papers recognise as a date or a citation.
 *
 * @throws AppError `inspections.unknown_figure` where a figure is quoted in another form than the stored one
 * @example
 * looseNumbers('Có 7 tin, theo Điều 46, ngày 14/9/2022') // ['7']
 */
export function looseNumbers(text: string): string[] {
  const words = proseRuns(text.replace(token, ''), new Map()).filter((run) => run.kind === 'text');
  return words.flatMap((run) => run.text.match(/\d+(?:[.,]\d+)*(?:\/\d+)?/g) ?? []);
}
