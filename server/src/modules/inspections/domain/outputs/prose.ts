// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { FigureRun, Run, Runs, WordRun } from '#modules/documents';
import type { Count, FigureFact } from './facts.ts';

/** Figures that a paper may quote, by id. */
export type FigureBook = ReadonlyMap<string, FigureFact>;

export function figureBook(figures: readonly FigureFact[]): FigureBook {
  return new Map(figures.map((figure) => [figure.id, figure]));
}

/** A number as minutes write it: whole numbers below 10 with a zero before, `.` between thousands, `,` before decimals. */
export function writtenNumber(value: string | number): string {
  const text = vietnameseNumber(value);
  return /^\d$/.test(text) ? `0${text}` : text;
}

/** The value of a count as a run that leads back to the stored figure. */
export function countRun(count: Count): FigureRun {
  return { kind: 'figure', figureId: count.figureId, text: writtenNumber(count.value) };
}

type Operands = Pick<FigureFact, 'numerator' | 'denominator'>;

/** The operands that the paper stands for: those the team counted, else those the unit stated. */
const known = (figure: FigureFact): Operands => figure.counted ?? figure;

const parts = {
  ratio: (figure) => ratioText(known(figure)),
  numerator: (figure) => written(known(figure).numerator),
  denominator: (figure) => written(known(figure).denominator),
  stated: (figure) => figure.statedPercent,
  recomputed: (figure) => (figure.counted ? figure.counted.percent : figure.recomputedPercent),
} as const satisfies Record<string, (figure: FigureFact) => string | null>;

export type FigurePart = keyof typeof parts;

const written = (value: string | null): string | null => (value === null ? null : writtenNumber(value));

/** "05/11", or one number; an operand that nobody stated is a dash. */
export function ratioText({ numerator, denominator }: Operands): string | null {
  if (denominator === null) return written(numerator);
  return `${written(numerator) ?? '–'}/${writtenNumber(denominator)}`;
}

/** One part of a figure as a run; a dash where the part is unknown. */
export function figurePart(figure: FigureFact, part: FigurePart): Run {
  const text = parts[part](figure);
  return text === null ? { kind: 'text', text: '–' } : { kind: 'figure', figureId: figure.id, text };
}

/** "05/11 (45,45%)": the ratio with the percentage of these operands; a stated percentage only where nothing was counted. */
function wholeFigure(figure: FigureFact): FigureRun {
  const [ratio, percent] = [parts.ratio(figure), parts.recomputed(figure) ?? (figure.counted ? null : figure.statedPercent)];
  const text = ratio !== null && percent !== null ? `${ratio} (${percent})` : (ratio ?? percent ?? '–');
  return { kind: 'figure', figureId: figure.id, text };
}

const isPart = (text: string): text is FigurePart => Object.hasOwn(parts, text);

// What may hold digits without being a figure. A bare "05/11" is no date here, because it is how ratios are written.
const figureReference = String.raw`\{figure:(?<id>[^{}:]+)(?::(?<part>[a-z]+))?\}`;
const date = String.raw`(?<date>\d{1,2}/\d{1,2}/\d{4}|[Nn]gày \d{1,2}(?: tháng \d{1,2}(?: năm \d{4})?|/\d{1,2}(?:/\d{4})?)|[Tt]háng \d{1,2}(?:/\d{4}| năm \d{4})|(?:[Qq]uý [IV]+/|[Nn]ăm )\d{4}(?:\s?-\s?\d{4})?|\d{1,2} giờ(?: \d{2}(?: phút)?)?)`;
const citation = String.raw`(?<citation>\d+(?:/\d{4})?/[\p{Lu}][\p{L}&]*(?:-[\p{Lu}\d&]+)*|ISO \d+:\d{4}|(?:[Đđ]iều|[Kk]hoản|[Pp]hụ lục) \d+|\bF\d{1,2}\.\d{2}\b)`;
const pattern = new RegExp(`${figureReference}|${date}|${citation}`, 'gu');

/**
 * A free text as runs. `{figure:<id>}` quotes a figure as ratio and percentage, `{figure:<id>:numerator}` (`denominator`,
 * `ratio`, `stated`, `recomputed`) a part of it; dates and citations are recognised. Any other digit stays in a `text` run,
 * where `looseNumbersOf` finds it.
 *
 * @throws AppError `inspections.unknown_figure`
 */
export function proseRuns(text: string, figures: FigureBook): Runs {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.normalize('NFC').matchAll(pattern)) {
    pushWords(runs, 'text', match.input.slice(from, match.index));
    from = match.index + match[0].length;
    const { id, part, date: day, citation: cited } = match.groups ?? {};
    if (id !== undefined) runs.push(quotedFigure(id, part, figures));
    else pushWords(runs, day === undefined ? 'citation' : 'date', day ?? cited ?? '');
  }
  pushWords(runs, 'text', text.normalize('NFC').slice(from));
  return runs;
}

function pushWords(runs: Run[], kind: WordRun['kind'], text: string): void {
  if (text !== '') runs.push({ kind, text });
}

function quotedFigure(id: string, part: string | undefined, figures: FigureBook): Run {
  const figure = figures.get(id);
  if (!figure) throw new AppError('invalid', 'inspections.unknown_figure', { figureId: id });
  if (part === undefined) return wholeFigure(figure);
  if (!isPart(part)) throw new AppError('invalid', 'inspections.unknown_figure', { figureId: id, part });
  return figurePart(figure, part);
}
