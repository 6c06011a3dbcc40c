// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { headCells, headLines } from '../../domain/workbook/head-rows.ts';
import { helpLines } from '../../domain/workbook/help.ts';
import { nodeColumns } from '../../domain/workbook/node-row.ts';
import { gradeHeadings, gradeRows, nodeRows, sheetNames } from '../../domain/workbook/read-rows.ts';
import {
  certaintyWords,
  excessWords,
  kindWords,
  methodWords,
  reformFieldWords,
  ruleWordsOfKind,
  yesNoWords,
  zeroWords,
} from '../../domain/workbook/vocabulary.ts';

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: kindWords,
  method: methodWords,
  rule: ruleWordsOfKind,
  whenZero: zeroWords,
  whenAbove: excessWords,
  appraiserField: reformFieldWords,
  mayBeNotApplicable: yesNoWords,
};

/** A set as an .xlsx workbook: table, conventions, grades, help. All cells are texts, so that 1.10 stays 1.10. */
export async function writeWorkbook(set: CriteriaSet): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  writeNodes(book, set);
  const head = book.addWorksheet(sheetNames.head);
  head.columns = [{ width: 44 }, { width: 90 }];
  const cells = headCells(set);
  for (const [line, words] of headLines) asText(head.addRow([words, cells[line]]));
  head.getColumn(1).font = { bold: true };
  const grades = book.addWorksheet(sheetNames.grades);
  grades.columns = [{ width: 10 }, { width: 30 }, { width: 16 }];
  grades.addRow([...gradeHeadings]).font = { bold: true };
  for (const row of gradeRows(set)) asText(grades.addRow([...row]));
  const help = book.addWorksheet(sheetNames.help);
  help.columns = [{ width: 34 }, { width: 110 }];
  for (const [title, text] of helpLines) asText(help.addRow([title, text]));
  help.getColumn(1).font = { bold: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeNodes(book: ExcelJs.Workbook, set: CriteriaSet): void {
  const sheet = book.addWorksheet(sheetNames.nodes, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    headerFooter: { oddHeader: set.certainty === 'template' ? certaintyWords.template : '' },
  });
  sheet.columns = nodeColumns.map(({ key, heading, width }) => ({ key, header: heading, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'top' };
  for (const [index, row] of nodeRows(set).entries()) {
    const added = sheet.addRow(row);
    asText(added);
    if (set.nodes[index]?.kind === 'field') added.font = { bold: true };
  }
  const last = Math.max(sheet.rowCount, 2) + 200;
  for (const [key, words] of Object.entries(choices)) {
    const formula = `"${Object.values(words).join(',')}"`;
    // Excel takes at most 255 characters of choices; longer ones, and those with commas, stand in the help alone.
    if (formula.length > 255 || Object.values(words).some((word) => word.includes(','))) continue;
    for (let row = 2; row <= last; row += 1)
      sheet.getRow(row).getCell(key).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] };
  }
}

function asText(row: ExcelJs.Row): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.numFmt = '@';
    cell.alignment = { wrapText: true, vertical: 'top' };
  });
}
