// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { mostColumns } from '../csv.ts';
import { columnOf } from './cell-name.ts';
import { attribute } from './xml.ts';

export type Merges = { fill(cells: string[], row: number): void };

export const noMerges: Merges = { fill: () => undefined };

const mostRanges = 100_000;

type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; value: string };

/**
 * The merged ranges of a sheet. They stand behind its rows, so the part is unpacked once more and only searched for them,
 * byte by byte, which costs a fraction of reading it.
 */
export async function readMerges(part: Readable): Promise<Merges> {
  const ranges: Range[] = [];
  let tail = '';
  let found = false;
  for await (const piece of part as AsyncIterable<Buffer>) {
    // Only the edge between two pieces and pieces with the word are made a text at all.
    found ||= piece.includes('mergeCell') || `${tail}${piece.toString('latin1', 0, 16)}`.includes('mergeCell');
    if (found) tail = takeRanges(tail + piece.toString('latin1'), ranges);
    else tail = piece.toString('latin1', Math.max(0, piece.length - 16));
    if (ranges.length >= mostRanges) break;
  }
  return ranges.length === 0 ? noMerges : createMerges(ranges);
}

function takeRanges(text: string, ranges: Range[]): string {
  let at = 0;
  for (;;) {
    const start = text.indexOf('mergeCell ', at);
    if (start === -1) return text.slice(Math.max(at, text.length - 16));
    const end = text.indexOf('>', start);
    if (end === -1) return text.slice(start, start + 1_000);
    const range = rangeOf(attribute(text.slice(start, end), 'ref') ?? '');
    if (range) ranges.push(range);
    at = end;
  }
}

function rangeOf(ref: string): Range | undefined {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref);
  if (!match) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left, 0), right: columnOf(right, 0), value: '' };
}

function createMerges(ranges: Range[]): Merges {
  const waiting = ranges.sort((a, b) => a.top - b.top);
  let next = 0;
  let open: Range[] = [];
  return {
    fill(cells, row) {
      for (let range = waiting[next]; range && range.top <= row; range = waiting[next]) {
        next += 1;
        range.value = range.top === row ? (cells[range.left] ?? '') : '';
        open.push(range);
      }
      if (open.length === 0) return;
      // Ranges do not lie over one another, so that those of a row are no wider than the row.
      open = open.filter((range) => range.bottom >= row).slice(0, mostColumns);
      let room = mostColumns;
      for (const { left, right, value } of open) {
        const last = Math.min(right, mostColumns - 1);
        room -= Math.max(0, last - left + 1);
        if (room < 0) return;
        if (value === '') continue;
        for (let column = left; column <= last; column += 1) {
          while (cells.length <= column) cells.push('');
          cells[column] = value;
        }
      }
    },
  };
}
