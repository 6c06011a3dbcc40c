// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { fontFaces, readFontFace } from './font-files.ts';
import { hasGlyph, measureOf } from './text-width.ts';

const vietnamese = [
  ...Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, at) => 0x1ea0 + at),
  ...[...'ĂăÂâĐđÊêÔôƠơƯư₫–•'].map((char) => char.codePointAt(0) ?? 0),
];

describe('shipped fonts', () => {
  test.each(fontFaces)('%s has every Vietnamese letter and the đồng sign', async (face) => {
    const font = await readFontFace(face);

    expect(vietnamese.filter((codePoint) => !hasGlyph(font, codePoint))).toEqual([]);
    expect(hasGlyph(font, 0x4e00)).toBe(false);
  });

  test('the national title fits its column at 13 pt', async () => {
    const bold = measureOf(await readFontFace('Bold'));
    const columnPt = (165 * 0.6 * 72) / 25.4;

    expect(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13)).toBeLessThan(columnPt);
    expect(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13)).toBeCloseTo(271.2, 1);
  });
});
