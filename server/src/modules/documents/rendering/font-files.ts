// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Directory of the shipped fonts; the same depth below `src` and `dist`. */
export const fontDirectory = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

/** Directory of the typst templates. */
export const typstDirectory = fileURLToPath(new URL('../../../../assets/typst', import.meta.url));

/** Family of the shipped fonts: the metrics of Times New Roman, all Vietnamese letters, SIL OFL 1.1. */
export const shippedFamily = 'Liberation Serif';

/** Family that Decree 30/2020/NĐ-CP, annex I, part I, section I.4 prescribes. */
export const prescribedFamily = 'Times New Roman';

export const fontFaces = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;
export type FontFace = (typeof fontFaces)[number];

const loaded = new Map<FontFace, Promise<Buffer>>();

/** Bytes of a shipped font, read once per process. */
export function readFontFace(face: FontFace): Promise<Buffer> {
  const known = loaded.get(face);
  if (known) return known;
  const reading = readFile(`${fontDirectory}/LiberationSerif-${face}.ttf`);
  loaded.set(face, reading);
  return reading;
}
