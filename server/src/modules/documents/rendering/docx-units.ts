// SPDX-License-Identifier: Apache-2.0
import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { firstLineIndentMm, lineSpacing, paragraphGapPt } from '../domain/legal-form/page-form.ts';
import type { Sheet, SheetRun } from '../domain/legal-form/sheet.ts';
import type { TextMeasure } from './text-width.ts';

/** What the parts of the Word file need to know of one another. */
export type DocxFrame = { readonly sheet: Sheet; readonly widthTwips: number; readonly bold: TextMeasure; readonly regular: TextMeasure };

/** Twentieths of a point, the unit of WordprocessingML. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);
const twipsOfPoints = (pt: number): number => Math.round(pt * 20);

/** Width between the margins. */
export const textWidthTwips = (sheet: Sheet): number =>
  twips(sheet.paperMm.width) - twips(sheet.marginsMm.left) - twips(sheet.marginsMm.right);

/** Space around and between the lines of a header cell: single line, nothing between. */
export const singleSpacing = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } as const;

/** Space of body paragraphs. */
export const bodySpacing = {
  before: 0,
  after: twipsOfPoints(paragraphGapPt),
  line: Math.round(240 * lineSpacing),
  lineRule: LineRuleType.AUTO,
} as const;

export const firstLineTwips = twips(firstLineIndentMm);

/** Half points, the unit of letter sizes. */
const halfPoints = (pt: number): number => Math.round(pt * 2);

/** Runs of a line in one size. */
export function textRuns(runs: readonly SheetRun[], sizePt: number): TextRun[] {
  return runs.map((run) => new TextRun({ text: run.text, bold: run.bold, italics: run.italic, size: halfPoints(sizePt) }));
}

/** A line with one look, centred, without space around it. */
export function centredLine(text: string, sizePt: number, look: Partial<SheetRun> = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: singleSpacing,
    ...options,
    children: textRuns([{ text, bold: look.bold ?? false, italic: look.italic ?? false }], sizePt),
  });
}

/** A horizontal stroke of a given length in points, in the middle of a column: the lower border of an indented empty line. */
export function stroke(lengthPt: number, columnTwips: number, afterTwips = 0): Paragraph {
  const side = Math.max(0, Math.round((columnTwips - twipsOfPoints(lengthPt)) / 2));
  return new Paragraph({
    spacing: { before: 0, after: afterTwips, line: 50, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

/** A word in a frame, as wide as the word, in the middle of a column. */
export function framedMark(text: string, sizePt: number, widthPt: number, columnTwips: number): Paragraph {
  const side = Math.max(0, Math.round((columnTwips - twipsOfPoints(widthPt + 16)) / 2));
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' } as const;
  return centredLine(
    text,
    sizePt,
    { bold: true },
    {
      spacing: { ...singleSpacing, before: 100 },
      indent: { left: side, right: side },
      border: { top: edge, bottom: edge, left: edge, right: edge },
    },
  );
}
