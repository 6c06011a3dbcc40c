// SPDX-License-Identifier: Apache-2.0
import { mostColumns, type OnCells } from '../csv.ts';
import { columnOf } from './cell-name.ts';
import type { Merges } from './merges.ts';
import { serialToText } from './styles.ts';
import { attribute, createXmlScanner, decodeEscapes, type XmlScanner } from './xml.ts';

export type SheetContext = {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
  readonly merges: Merges;
};

/**
 * Reads the rows of a sheet: every cell as text, dates as ISO texts, by what the cell's type and style say. Cells that a
 * merged range covers have the value of its first cell.
 */
export function createSheetScanner(context: SheetContext, onCells: OnCells): XmlScanner {
  const cells: string[] = [];
  let row = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let phonetic = 0;
  let collecting = false;
  let inRow = false;

  function put(text: string): void {
    if (column >= mostColumns) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  return createXmlScanner({
    open(name, tag) {
      switch (name) {
        case 'c': {
          column = columnIn(tag, column + 1);
          type = tag.endsWith(sharedText) ? 's' : tag.includes('t=') ? (attribute(tag, 't') ?? '') : '';
          style = tag.includes('s=') ? Number(attribute(tag, 's') ?? 0) : 0;
          value = '';
          return;
        }
        case 'v':
        case 't':
          collecting = phonetic === 0;
          return;
        case 'rPh':
          phonetic += 1;
          return;
        case 'row':
          row = Number(attribute(tag, 'r') ?? row + 1);
          column = -1;
          cells.length = 0;
          inRow = true;
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          collecting = false;
          return;
        case 'rPh':
          phonetic -= 1;
          return;
        case 'c':
          if (inRow) put(cellText(context, type, style, value));
          return;
        case 'row':
          if (!inRow) return;
          inRow = false;
          context.merges.fill(cells, row);
          onCells(cells, row);
      }
    },
    text(text) {
      if (collecting) value += text;
    },
  });
}

/** How nearly every program begins a cell, and ends one of a shared text; whatever else stands there is read as an attribute. */
const namedCell = 'c r="';
const sharedText = ' t="s"';

function columnIn(tag: string, otherwise: number): number {
  if (tag.startsWith(namedCell)) return columnOf(tag, otherwise, namedCell.length);
  const place = attribute(tag, 'r');
  return place === undefined ? otherwise : columnOf(place, otherwise);
}

function cellText(context: SheetContext, type: string, style: number, value: string): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return decodeEscapes(value);
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    case 'e':
    case 'd':
      return value;
    default:
      return numberText(context, style, value);
  }
}

function numberText(context: SheetContext, style: number, value: string): string {
  if (value === '') return '';
  if (context.dateStyles[style]) {
    const serial = Number(value);
    if (!Number.isNaN(serial)) return serialToText(serial, context.is1904);
  }
  // 1.1203004567E+10 is how a long number without decimals may be written.
  if (/[eE]/.test(value)) {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return String(number);
  }
  return value;
}
