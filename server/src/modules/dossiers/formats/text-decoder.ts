// SPDX-License-Identifier: Apache-2.0
import iconv from 'iconv-lite';
import type { TextEncoding } from './detect.ts';

export type PieceDecoder = { write(piece: Buffer): string; end(): string };

/** Bytes to text piece by piece; a letter cut between two pieces is put together, a broken one becomes U+FFFD. */
export function createPieceDecoder(encoding: TextEncoding): PieceDecoder {
  if (encoding === 'windows-1258' || encoding === 'latin1') {
    const decoder = iconv.getDecoder(encoding);
    return { write: (piece) => decoder.write(piece), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(encoding);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}
