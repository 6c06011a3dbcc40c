// SPDX-License-Identifier: Apache-2.0
import { AlignmentType, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Claim } from '../domain/claim.ts';
import type { CheckedReport } from './check-report.ts';
import { byUrgency, recomputed, shortQuote, stated, verdictNames } from './findings-table.ts';

const font = 'Times New Roman';
const bodySize = 26;
const tableSize = 22;
const columns = ['STT', 'Kết luận', 'Nội dung trong văn bản', 'Văn bản ghi', 'Tính lại', 'Nhận xét'];
const widths = [700, 1500, 4300, 1300, 1300, 4800];

/** The findings as a Word table, to send back to the unit that wrote the report. */
export async function exportFindingsDocx(report: CheckedReport): Promise<Uint8Array> {
  const { inconsistent, question } = report.counts;
  const document = new Document({
    styles: { default: { document: { run: { font, size: bodySize } } } },
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        children: [
          paragraph('KẾT QUẢ SOÁT SỐ LIỆU', { bold: true, centre: true }),
          paragraph(report.name ? `Văn bản: ${report.name}` : 'Văn bản dán trực tiếp', { centre: true }),
          paragraph(`Đã đọc ${report.claims.length} số liệu: ${inconsistent} không khớp, ${question} cần làm rõ.`, {}),
          new Table({
            width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            columnWidths: widths,
            rows: [row(columns, { header: true }), ...byUrgency(report.claims).map((claim, index) => row(cells(claim, index), {}))],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function cells(claim: Claim, index: number): string[] {
  return [String(index + 1), verdictNames[claim.verdict], shortQuote(claim.quote), stated(claim), recomputed(claim), claim.message];
}

function row(texts: readonly string[], options: { header?: boolean }): TableRow {
  return new TableRow({
    tableHeader: options.header ?? false,
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 1000, type: WidthType.DXA },
          margins: { left: 80, right: 80, top: 40, bottom: 40 },
          children: [new Paragraph({ children: [new TextRun({ text, bold: options.header ?? false, size: tableSize })] })],
        }),
    ),
  });
}

function paragraph(text: string, options: { bold?: boolean; centre?: boolean }): Paragraph {
  return new Paragraph({
    spacing: { after: 120 },
    alignment: options.centre ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [new TextRun({ text, bold: options.bold ?? false })],
  });
}
