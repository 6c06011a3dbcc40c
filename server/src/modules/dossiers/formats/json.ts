// SPDX-License-Identifier: Apache-2.0
import { mostColumns, type OnCells } from './csv.ts';

const mostCharacters = 4_000_000;

export type JsonScanner = { push(text: string): void; end(): void };

type OnColumns = (names: readonly string[]) => void;

/**
 * Reads one object per line (NDJSON), piece by piece. Keys are columns in the order in which they appear; `onColumns` is told
 * whenever there is another one. A broken line makes its own row faulty.
 */
export function createLineScanner(onColumns: OnColumns, onCells: OnCells): JsonScanner {
  const rows = createObjectRows(onColumns, onCells);
  let rest = '';
  const lines = (text: string): string => {
    let at = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
      rows.add(text.slice(at, end));
      at = end + 1;
    }
    return text.slice(at);
  };
  return {
    push(text) {
      // Only the line that ends in this piece is glued together, however many pieces it came in.
      rest = text.includes('\n') ? lines(rest + text) : rest + text;
      if (rest.length > mostCharacters) throw new RangeError('row_too_long');
    },
    end() {
      if (rest.trim() !== '') rows.add(rest);
    },
  };
}

/**
 * Reads an array of objects, or `{"name": [ … ]}`, piece by piece. After an object that is not closed properly nothing can be
 * told apart any more: that row is faulty and the last.
 */
export function createArrayScanner(onColumns: OnColumns, onCells: OnCells): JsonScanner {
  const rows = createObjectRows(onColumns, onCells);
  let rest = '';
  let at = 0;
  let depth = 0;
  let start = -1;
  let inText = false;
  let escaped = false;
  let began = false;
  let ended = false;

  function inside(code: number): void {
    if (inText) {
      if (escaped) escaped = false;
      else if (code === 92) escaped = true;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
  }

  function between(code: number, index: number): void {
    if (code === 123) {
      start = index;
      depth = 1;
    } else if (code === 93) ended = true;
    else if (code !== 44 && code > 32 && code !== 0xfeff) {
      rows.spoil(rest.slice(index, index + 200));
      ended = true;
    }
  }

  return {
    push(text) {
      if (ended) return;
      rest += text;
      if (!began) {
        const opening = /^\uFEFF?\s*(?:\{\s*"[^"]{0,100}"\s*:\s*)?\[/.exec(rest);
        if (!opening) return;
        began = true;
        at = opening[0].length;
      }
      for (; at < rest.length && !ended; at += 1) {
        const code = rest.charCodeAt(at);
        if (start === -1) between(code, at);
        else {
          inside(code);
          if (depth === 0) {
            rows.add(rest.slice(start, at + 1));
            start = -1;
          }
        }
      }
      const keep = start === -1 ? at : start;
      rest = rest.slice(keep);
      at -= keep;
      if (start !== -1) start = 0;
      if (rest.length > mostCharacters) throw new RangeError('row_too_long');
    },
    end() {
      if (start !== -1 || !began || !ended) rows.spoil(rest.slice(0, 200));
    },
  };
}

function createObjectRows(onColumns: OnColumns, onCells: OnCells) {
  const places = new Map<string, number>();
  const names: string[] = [];
  const cells: string[] = [];
  let row = 0;

  function place(name: string): number {
    const known = places.get(name);
    if (known !== undefined) return known;
    if (names.length >= mostColumns) return -1;
    places.set(name, names.length);
    names.push(name);
    onColumns(names);
    return names.length - 1;
  }

  function spoil(text: string, problem: 'not_an_object' | 'broken_json' = 'broken_json'): void {
    row += 1;
    onCells([text.slice(0, 200)], row, problem);
  }

  return {
    spoil,
    add(text: string): void {
      if (text.trim() === '') {
        row += 1;
        return;
      }
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        spoil(text);
        return;
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        spoil(text, 'not_an_object');
        return;
      }
      // A key that is new extends `names` while the row is read, so the row is laid out after all its places are known.
      const entries = Object.entries(value).map(([name, content]) => [place(name), textOf(content)] as const);
      cells.length = 0;
      for (let index = 0; index < names.length; index += 1) cells.push('');
      for (const [index, content] of entries) if (index !== -1) cells[index] = content;
      row += 1;
      onCells(cells, row);
    },
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
