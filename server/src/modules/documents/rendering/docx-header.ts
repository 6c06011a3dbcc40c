// SPDX-License-Identifier: Apache-2.0
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { addresseeIndentShare, agencyColumnShare, shortStrokeShare } from '../domain/legal-form/page-form.ts';
import { addresseeLines } from '../domain/legal-form/sheet.ts';
import { centredLine, type DocxFrame, framedMark, singleSpacing, stroke, textRuns } from './docx-units.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Borders of a table that only places things side by side. */
export const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A table without borders and cell margins that only places paragraphs side by side. */
export function placingTable(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) => new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children: [...children] }),
          ),
        }),
    ),
  });
}

/** Elements 1 to 4 and the optional marks, in two columns (Decree 30/2020/NĐ-CP, annex I, part I, section IV). */
export function headerTable(frame: DocxFrame): Table {
  const { sheet, widthTwips, bold } = frame;
  const { sizes } = sheet;
  const left = Math.round(widthTwips * agencyColumnShare);
  const right = widthTwips - left;
  const agencyWidth = Math.min(bold(sheet.agency.at(-1) ?? '', sizes.agency), left / 20);
  const agency = [
    ...sheet.superior.map((line) => centredLine(line, sizes.agency)),
    ...sheet.agency.map((line) => centredLine(line, sizes.agency, { bold: true })),
    stroke(agencyWidth * shortStrokeShare, left),
  ];
  const nation = [
    centredLine(sheet.nationalTitle, sizes.nationalTitle, { bold: true }),
    centredLine(sheet.motto, sizes.motto, { bold: true }),
    stroke(bold(sheet.motto, sizes.motto), right),
  ];
  const gap = { spacing: { ...singleSpacing, before: 120 } };
  const number = [
    centredLine(sheet.numberLine, sizes.number, {}, gap),
    ...(sheet.letterSubject === null ? [] : [centredLine(sheet.letterSubject, sizes.letterSubject, {}, gap)]),
    ...sheet.marks.map((mark) => framedMark(mark, sizes.mark, bold(mark, sizes.mark), left)),
  ];
  const placeDate = [centredLine(sheet.placeDateLine, sizes.placeDate, { italic: true }, gap)];
  return placingTable(
    [left, right],
    [
      [agency, nation],
      [number, placeDate],
    ],
  );
}

/** Element 5 and the addressees, across the sheet. */
export function titleParagraphs(frame: DocxFrame): Paragraph[] {
  const { sheet, widthTwips, bold } = frame;
  const { body } = sheet.sizes;
  const title =
    sheet.title === null ? [] : [centredLine(sheet.title, body, { bold: true }, { spacing: { ...singleSpacing, before: 300 } })];
  const subject = sheet.subject.map((line) => centredLine(line, body, { bold: true }));
  const last = sheet.subject.at(-1);
  const under = last === undefined ? [] : [stroke(Math.min(bold(last, body), widthTwips / 20) * shortStrokeShare, widthTwips, 240)];
  return [...title, ...subject, ...under, ...addressees(frame)];
}

function addressees({ sheet, regular, widthTwips }: DocxFrame): Paragraph[] {
  const lines = addresseeLines(sheet);
  const { body } = sheet.sizes;
  const run = (text: string) => textRuns([{ text, bold: false, italic: false }], body);
  const [head, ...list] = lines;
  if (head === undefined) return [];
  if (list.length === 0) return [centredLine(head, body, {}, { spacing: { ...singleSpacing, before: 240, after: 240 } })];
  const indent = Math.round(widthTwips * addresseeIndentShare);
  const listIndent = indent + Math.round(regular(head.replace(/:$/, ''), body) * 20);
  const spacing = { ...singleSpacing, after: 60 };
  return [
    new Paragraph({ spacing: { ...spacing, before: 240 }, indent: { left: indent }, children: run(head) }),
    ...list.map(
      (text, at) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          spacing: at === list.length - 1 ? { ...spacing, after: 240 } : spacing,
          indent: { left: listIndent },
          children: run(text),
        }),
    ),
  ];
}
