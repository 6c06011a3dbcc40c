// SPDX-License-Identifier: Apache-2.0

/** A field of the sheet by its place. */
export type Place = { readonly row: number; readonly column: number };
export type Change = Place & { readonly before: string; readonly after: string };

/** Typed texts by place, with what was changed in which step, so that a step can be undone and done again. */
export type Sheet = {
  readonly texts: readonly (readonly string[])[];
  readonly done: readonly (readonly Change[])[];
  readonly undone: readonly (readonly Change[])[];
};

export function sheetOf(texts: readonly (readonly string[])[]): Sheet {
  return { texts, done: [], undone: [] };
}

/** Puts texts into fields as one step; fields outside the sheet, and texts that change nothing, are left out. */
export function typed(sheet: Sheet, entries: readonly (Place & { readonly text: string })[]): Sheet {
  const step = entries.flatMap(({ row, column, text }) => {
    const before = sheet.texts[row]?.[column];
    return before === undefined || before === text ? [] : [{ row, column, before, after: text }];
  });
  return step.length === 0 ? sheet : { texts: put(sheet.texts, step, 'after'), done: [...sheet.done, step], undone: [] };
}

/** A block copied from a spreadsheet, put down with its first field at a place, as one step. */
export function pasted(sheet: Sheet, at: Place, block: string): Sheet {
  const rows = block.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return typed(
    sheet,
    rows.flatMap((line, row) =>
      line.split('\t').map((text, column) => ({ row: at.row + row, column: at.column + column, text: text.trim() })),
    ),
  );
}

export function undo(sheet: Sheet): Sheet {
  const step = sheet.done.at(-1);
  return step ? { texts: put(sheet.texts, step, 'before'), done: sheet.done.slice(0, -1), undone: [...sheet.undone, step] } : sheet;
}

export function redo(sheet: Sheet): Sheet {
  const step = sheet.undone.at(-1);
  return step ? { texts: put(sheet.texts, step, 'after'), done: [...sheet.done, step], undone: sheet.undone.slice(0, -1) } : sheet;
}

function put(texts: Sheet['texts'], step: readonly Change[], side: 'before' | 'after'): string[][] {
  const next = texts.map((row) => [...row]);
  for (const change of step) {
    const row = next[change.row];
    if (row) row[change.column] = change[side];
  }
  return next;
}

/** Where a key leads from a field; null where the key moves nothing. */
export function moved({ row, column }: Place, key: string, size: { readonly rows: number; readonly columns: number }): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    Enter: { row: 1, column: 0 },
    ArrowLeft: { row: 0, column: -1 },
    ArrowRight: { row: 0, column: 1 },
  };
  const step = steps[key];
  if (!step) return null;
  const next = { row: row + step.row, column: column + step.column };
  return next.row < 0 || next.column < 0 || next.row >= size.rows || next.column >= size.columns ? null : next;
}
