// SPDX-License-Identifier: Apache-2.0

/** Column of a cell's name that begins at a place of a text, from 0; a name that is none counts as the next cell. */
export function columnOf(place: string, otherwise: number, from = 0): number {
  let column = 0;
  for (let index = from; index < place.length; index += 1) {
    const code = place.charCodeAt(index);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else break;
  }
  return column > 0 && column <= 16_384 ? column - 1 : otherwise;
}
