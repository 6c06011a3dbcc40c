// SPDX-License-Identifier: Apache-2.0
import type { Block } from '#modules/documents';
import { isRoundedOrCut } from '../figures.ts';
import type { FigureFact } from './facts.ts';
import { word } from './legal-parts.ts';
import { proseRuns } from './prose.ts';

/** Another's words between quotation marks, one paragraph per line of theirs; nothing in them is read or changed. */
export function quotedParagraphs(text: string): readonly Block[] {
  const lines = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return lines.map((part, at): Block => {
    const [open, close] = [at === 0 ? '“' : '', at === lines.length - 1 ? '”' : ''];
    return { kind: 'paragraph', runs: [word('quotation', `${open}${part}${close}`)] };
  });
}

type Operands = Pick<FigureFact, 'numerator' | 'denominator'>;

const written = /\d+(?:[.,]\d+)*(?:\s?\/\s?\d+(?:[.,]\d+)*)?(?:\s?%)?/g;

/**
 * Numbers of a quoted text that stand for no stored figure, as they are written, each once. Dates and citations are no
 * numbers; a percentage is known where a figure states it or where it follows from a figure's operands.
 *
 * @example
 * unknownNumbers('Đã kiểm tra 07/21 xã, còn 120 hồ sơ', figures) // ['120']
 */
export function unknownNumbers(text: string, figures: readonly FigureFact[]): string[] {
  const operands = figures.flatMap((figure): Operands[] => [figure, ...(figure.counted ? [figure.counted] : [])]);
  const numbers = new Set(
    [
      ...operands.flatMap(({ numerator, denominator }) => [numerator, denominator]),
      ...figures.flatMap(({ parts, sum }) => [...parts.map(({ value }) => value), sum]),
    ].flatMap((value) => (value === null ? [] : [plain(value)])),
  );
  const isKnown = (number: string): boolean => {
    if (number.endsWith('%')) return isKnownPercent(fromVietnamese(number.slice(0, -1)), figures, operands);
    const [numerator = '', denominator] = number.split('/').map(fromVietnamese);
    if (denominator === undefined) return numbers.has(numerator);
    return operands.some((one) => isSame(one.numerator, numerator) && isSame(one.denominator, denominator));
  };
  const words = proseRuns(text.replace(/[{}]/g, ' '), new Map()).filter((run) => run.kind === 'text');
  const found = words.flatMap((run) => run.text.match(written) ?? []);
  return [...new Set(found)].filter((number) => !isKnown(number.replace(/\s/g, '')));
}

function isKnownPercent(percent: string, figures: readonly FigureFact[], operands: readonly Operands[]): boolean {
  if (figures.some(({ statedPercent }) => statedPercent !== null && fromVietnamese(statedPercent.replace('%', '')) === percent))
    return true;
  return operands.some(
    ({ numerator, denominator }) => numerator !== null && denominator !== null && isRoundedOrCut(numerator, denominator, percent),
  );
}

const isSame = (stored: string | null, number: string): boolean => stored !== null && plain(stored) === number;

/** "05.190,50" as "5190.5". */
function fromVietnamese(text: string): string {
  return plain(text.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}

/** A decimal text without idle zeros. */
function plain(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const [left, right] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  return right === '' ? left : `${left}.${right}`;
}
