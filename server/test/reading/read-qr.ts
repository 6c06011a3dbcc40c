// SPDX-License-Identifier: Apache-2.0
import { inflateSync } from 'node:zlib';

/** Rows of a picture, true where it is dark. */
export type Picture = readonly (readonly boolean[])[];

/** Reads a PNG of 8 bits a channel (ISO/IEC 15948), not interlaced. */
export function readPng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytesAPixel = { 0: 1, 2: 3, 6: 4 }[png[25] ?? 0] ?? 1;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * bytesAPixel;
  let before = new Uint8Array(stride);
  return Array.from({ length: height }, (_, row) => {
    const filter = raw[row * (stride + 1)] ?? 0;
    const line = Uint8Array.from(raw.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1)));
    for (let at = 0; at < stride; at += 1) {
      const left = at >= bytesAPixel ? (line[at - bytesAPixel] ?? 0) : 0;
      const corner = at >= bytesAPixel ? (before[at - bytesAPixel] ?? 0) : 0;
      line[at] = (line[at] ?? 0) + predicted(filter, left, before[at] ?? 0, corner);
    }
    before = line;
    return Array.from({ length: width }, (_, at) => (line[at * bytesAPixel] ?? 255) < 128);
  });
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 0) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/**
 * The words of a clean, upright QR code of version 1 to 3 at level M or L in alphanumeric and numeric segments
 * (ISO/IEC 18004); enough for the code of a dossier, without correction of errors.
 */
export function readQr(picture: Picture): string {
  const dark = picture.flatMap((line, row) => line.flatMap((isDark, column) => (isDark ? [[row, column] as const] : [])));
  const top = Math.min(...dark.map(([row]) => row));
  const left = Math.min(...dark.map(([, column]) => column));
  const right = Math.max(...dark.map(([, column]) => column)) + 1;
  const run = picture[top]?.indexOf(false, left) ?? left;
  const module = (run - left) / 7;
  const side = Math.round((right - left) / module);
  const at = (row: number, column: number): boolean =>
    picture[Math.floor(top + (row + 0.5) * module)]?.[Math.floor(left + (column + 0.5) * module)] ?? false;
  return wordsOf(bitsOf(side, at));
}

function bitsOf(side: number, at: (row: number, column: number) => boolean): string {
  // Bits 2 to 4 of the format, xored with the format's own mask 101010000010010.
  const mask = [2, 3, 4].reduce((sum, column, bit) => sum * 2 + (Number(at(8, column)) ^ ([1, 0, 1][bit] ?? 0)), 0);
  let bits = '';
  let up = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const row = up ? side - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFunction(side, row, column)) bits += at(row, column) !== isMasked(mask, row, column) ? '1' : '0';
      }
    }
    up = !up;
  }
  return bits;
}

function isFunction(side: number, row: number, column: number): boolean {
  const finder = (row < 9 && column < 9) || (row < 9 && column >= side - 8) || (row >= side - 8 && column < 9);
  const centre = side - 7;
  const alignment = side > 21 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2;
  return finder || alignment || row === 6 || column === 6;
}

function isMasked(mask: number, i: number, j: number): boolean {
  const values = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  return values[mask] === 0;
}

function wordsOf(bits: string): string {
  let place = 0;
  const take = (count: number): number => {
    place += count;
    return Number.parseInt(bits.slice(place - count, place), 2);
  };
  let text = '';
  for (;;) {
    const mode = take(4);
    if (mode === 1) {
      let left = take(10);
      for (; left >= 3; left -= 3) text += String(take(10)).padStart(3, '0');
      if (left > 0) text += String(take(left === 2 ? 7 : 4)).padStart(left, '0');
    } else if (mode === 2) {
      let left = take(9);
      for (; left >= 2; left -= 2) {
        const pair = take(11);
        text += `${letters[Math.floor(pair / 45)]}${letters[pair % 45]}`;
      }
      if (left > 0) text += letters[take(6)];
    } else if (mode === 4) {
      text += Buffer.from(Array.from({ length: take(8) }, () => take(8))).toString('utf8');
    } else return text;
  }
}
