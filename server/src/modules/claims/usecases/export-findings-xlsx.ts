// SPDX-License-Identifier: Apache-2.0
import ExcelJS from 'exceljs';
import type { CheckedReport } from './check-report.ts';
import { byUrgency, shortQuote, verdictNames } from './findings-table.ts';

const headings = [
  { header: 'STT', key: 'number', width: 6 },
  { header: 'Kết luận', key: 'verdict', width: 18 },
  { header: 'Nội dung trong văn bản', key: 'quote', width: 60 },
  { header: 'Tử số', key: 'numerator', width: 12, style: { numFmt: '#,##0.##' } },
  { header: 'Mẫu số', key: 'denominator', width: 12, style: { numFmt: '#,##0.##' } },
  { header: 'Văn bản ghi (%)', key: 'stated', width: 16 },
  { header: 'Tính lại (%)', key: 'recomputed', width: 14, style: { numFmt: '0.00##' } },
  { header: 'Nhận xét', key: 'message', width: 70 },
  { header: 'Vị trí (ký tự)', key: 'start', width: 14 },
];

/** The findings as a workbook: one row a claim, a total line, filters on; texts can never run as formulas. */
export async function exportFindingsXlsx(report: CheckedReport): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Soát số liệu', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = headings;
  byUrgency(report.claims).forEach((claim, index) => {
    sheet.addRow({
      number: index + 1,
      verdict: verdictNames[claim.verdict],
      quote: shortQuote(claim.quote),
      numerator: claim.numerator,
      denominator: claim.denominator,
      stated: claim.statedPercent,
      recomputed: claim.recomputedPercent,
      message: claim.message,
      start: claim.start + 1,
    });
  });
  const { inconsistent, question, consistent, undecidable } = report.counts;
  sheet.addRow({
    quote: `Tổng số: ${report.claims.length}`,
    message: `${verdictNames.inconsistent}: ${inconsistent}; ${verdictNames.question.toLowerCase()}: ${question}; ${verdictNames.consistent.toLowerCase()}: ${consistent}; ${verdictNames.undecidable.toLowerCase()}: ${undecidable}`,
  }).font = { bold: true };
  sheet.getRow(1).font = { bold: true };
  sheet.eachRow((row) => {
    row.alignment = { vertical: 'top', wrapText: true };
  });
  sheet.autoFilter = { from: 'A1', to: { row: 1 + report.claims.length, column: headings.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
