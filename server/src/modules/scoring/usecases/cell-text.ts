// SPDX-License-Identifier: Apache-2.0
import type ExcelJs from 'exceljs';

/** The text of a cell as its reader sees it. */
export function cellText(cell: ExcelJs.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10);
  return cell.text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
