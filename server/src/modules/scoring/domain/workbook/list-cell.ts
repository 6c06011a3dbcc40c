// SPDX-License-Identifier: Apache-2.0
import type { Answer, Band, Option } from '../criteria/rule.ts';

/** A number as a cell holds it: comma before the decimals. */
export function numberCell(text: string): string {
  return text.replace('.', ',');
}

/** A number out of a cell: comma or point before the decimals; spaces and a percent sign around it say nothing. */
export function numberOfCell(text: string): string {
  return text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
}

/** Options, one a line: `a | Kịp thời | 1`. */
export function optionLines(options: readonly Option[]): string {
  return options.map(({ code, label, points }) => [escaped(code), escaped(label), numberCell(points)].join(' | ')).join('\n');
}

/** Answers, one a line: `A | 100`. */
export function answerLines(answers: readonly Answer[]): string {
  return answers.map(({ code, percent }) => `${escaped(code)} | ${numberCell(percent)}`).join('\n');
}

/** Bands, one a line: `[70; 90) | 1`; a square bracket belongs to the band, an end left out is none. */
export function bandLines(bands: readonly Band[]): string {
  return bands
    .map(({ from, includesFrom, to, includesTo, points }) => {
      const ends = `${from === null ? '' : numberCell(from)}; ${to === null ? '' : numberCell(to)}`;
      return `${includesFrom ? '[' : '('}${ends}${includesTo ? ']' : ')'} | ${numberCell(points)}`;
    })
    .join('\n');
}

/** The options of a cell, or undefined where a line is none. */
export function optionsOf(cell: string): Option[] | undefined {
  return everyLine(cell, ([code, label, points, ...rest]) =>
    code === undefined || label === undefined || points === undefined || rest.length > 0
      ? undefined
      : { code, label, points: numberOfCell(points) },
  );
}

/** The answers of a cell, or undefined where a line is none. */
export function answersOf(cell: string): Answer[] | undefined {
  return everyLine(cell, ([code, percent, ...rest]) =>
    code === undefined || percent === undefined || rest.length > 0 ? undefined : { code, percent: numberOfCell(percent) },
  );
}

/** The bands of a cell, or undefined where a line is none. */
export function bandsOf(cell: string): Band[] | undefined {
  return everyLine(cell, ([ends, points, ...rest]) => {
    const match = /^([[(])([^;]*);([^;]*)([\])])$/.exec(ends ?? '');
    if (!match || points === undefined || rest.length > 0) return undefined;
    const [, open, from = '', to = '', close] = match;
    return {
      from: from.trim() === '' ? null : numberOfCell(from),
      includesFrom: open === '[',
      to: to.trim() === '' ? null : numberOfCell(to),
      includesTo: close === ']',
      points: numberOfCell(points),
    };
  });
}

function everyLine<T>(cell: string, read: (parts: readonly string[]) => T | undefined): T[] | undefined {
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => read(partsOf(line)));
  return found.includes(undefined) ? undefined : (found as T[]);
}

/** Parts of a line between bars; a bar, a backslash or a line break inside a part is written with a backslash. */
function partsOf(line: string): string[] {
  const parts = [''];
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] ?? '';
    const last = parts.length - 1;
    if (letter === '\\') {
      index += 1;
      parts[last] += line[index] === 'n' ? '\n' : (line[index] ?? '');
    } else if (letter === '|') parts.push('');
    else parts[last] += letter;
  }
  return parts.map((part) => part.trim());
}

function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\n/g, '\\n');
}
