// SPDX-License-Identifier: Apache-2.0

/** Measures a line of one font, in points, without kerning. */
export type TextMeasure = (text: string, sizePt: number) => number;

/**
 * Reads the advance widths of a TrueType font (OpenType 1.9: tables `head`, `hhea`, `hmtx`, `cmap` format 4),
 * because Word has no stroke "as long as the line above": its length is written into the file.
 */
export function measureOf(font: Buffer): TextMeasure {
  const tables = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(tables.head + 18);
  const metricCount = font.readUInt16BE(tables.hhea + 34);
  const glyphOf = readCharacterMap(font, tables.cmap);
  const advance = (glyph: number) => font.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, metricCount - 1));
  return (text, sizePt) => {
    const units = [...text].reduce((sum, char) => sum + advance(glyphOf(char.codePointAt(0) ?? 0)), 0);
    return (units / unitsPerEm) * sizePt;
  };
}

/** Whether the font has a letter of its own for a code point. */
export function hasGlyph(font: Buffer, codePoint: number): boolean {
  return readCharacterMap(font, tablesOf(font).cmap)(codePoint) !== 0;
}

type Tables = { readonly head: number; readonly hhea: number; readonly hmtx: number; readonly cmap: number };

function tablesOf(font: Buffer): Tables {
  const offsets = new Map<string, number>();
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    const record = 12 + 16 * at;
    offsets.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const offset = (tag: string) => {
    const found = offsets.get(tag);
    if (found === undefined) throw new Error(`font without table ${tag}`);
    return found;
  };
  return { head: offset('head'), hhea: offset('hhea'), hmtx: offset('hmtx'), cmap: offset('cmap') };
}

function readCharacterMap(font: Buffer, cmap: number): (codePoint: number) => number {
  const table = unicodeSubtable(font, cmap);
  const segments = font.readUInt16BE(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + 2 * segments];
  const [deltas, ranges] = [starts + 2 * segments, starts + 4 * segments];
  return (codePoint) => {
    for (let at = 0; at < segments; at++) {
      if (font.readUInt16BE(ends + 2 * at) < codePoint) continue;
      const start = font.readUInt16BE(starts + 2 * at);
      if (start > codePoint) return 0;
      const delta = font.readUInt16BE(deltas + 2 * at);
      const range = font.readUInt16BE(ranges + 2 * at);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(ranges + 2 * at + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function unicodeSubtable(font: Buffer, cmap: number): number {
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    if (font.readUInt16BE(subtable) === 4) return subtable;
  }
  throw new Error('font without a format 4 character map');
}
