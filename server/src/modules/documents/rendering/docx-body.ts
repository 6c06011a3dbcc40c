// SPDX-License-Identifier: Apache-2.0
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ParagraphStyle, SheetBlock, SheetRun, SheetTable } from '../domain/legal-form/sheet.ts';
import { bodySpacing, type DocxFrame, firstLineTwips, singleSpacing, textRuns } from './docx-units.ts';

/** Element 6: paragraphs and tables. The last paragraph stays with the signature below it. */
export function bodyBlocks(frame: DocxFrame, blocks: readonly SheetBlock[], followedBySignature: boolean): (Paragraph | Table)[] {
  return blocks.flatMap((block, at): (Paragraph | Table)[] => {
    if (block.kind === 'table') return [dataTable(frame, block), afterTable()];
    const isLast = at === blocks.length - 1;
    return [bodyParagraph(frame, block.style, block.runs, followedBySignature && isLast)];
  });
}

const headings: readonly ParagraphStyle[] = ['heading1', 'heading2', 'heading3'];

function bodyParagraph({ sheet }: DocxFrame, style: ParagraphStyle, runs: readonly SheetRun[], keep: boolean): Paragraph {
  const centred = style === 'center';
  const options: IParagraphOptions = {
    alignment: centred ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: bodySpacing,
    keepNext: keep || headings.includes(style),
    widowControl: true,
    ...(centred ? {} : { indent: { firstLine: firstLineTwips } }),
  };
  return new Paragraph({ ...options, children: textRuns(runs, sheet.sizes.body) });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function dataTable({ sheet, widthTwips }: DocxFrame, table: SheetTable): Table {
  const total = table.columns.reduce((sum, column) => sum + column.widthShare, 0);
  const widths = table.columns.map((column) => Math.floor((widthTwips * column.widthShare) / total));
  const cell = (runs: readonly SheetRun[], at: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: isHeader ? AlignmentType.CENTER : alignments[table.columns[at]?.align ?? 'left'],
          spacing: { ...singleSpacing, before: 40, after: 40 },
          keepNext: isHeader,
          children: textRuns(runs, sheet.sizes.table),
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 0, bottom: 0, left: 85, right: 85 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: table.header.map((runs, at) => cell(runs, at, true)) }),
      ...table.rows.map((row) => new TableRow({ cantSplit: table.keepRows, children: row.map((runs, at) => cell(runs, at, false)) })),
    ],
  });
}

/** Word joins two tables that touch and gives a table no space below; an empty line of 9 pt does both. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 180, lineRule: 'exact' }, children: [] });
}
