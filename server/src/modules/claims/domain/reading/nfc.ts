// SPDX-License-Identifier: Apache-2.0

/** A text in NFC, with the way back to the UTF-16 offsets of the text that was given. */
export type NfcText = { readonly text: string; readonly originalOffset: (offset: number) => number };

/** Longer runs of marks are no Vietnamese; the cap keeps canonical reordering linear. */
const LONGEST_CLUSTER = 16;
/** Offsets are kept for pieces of this size; those inside a piece are found again when they are asked for. */
const PIECE_CHARS = 8_192;

const COMBINING = /[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]/;

const isCombining = (code: number): boolean =>
  (code >= 0x0300 && code <= 0x036f) || (code >= 0x1ab0 && code <= 0x1aff) || (code >= 0x20d0 && code <= 0x20ff);

/** Composes decomposed Vietnamese letters; a text without combining marks is returned as it is. */
export function toNfc(given: string): NfcText {
  if (!COMBINING.test(given)) return { text: given, originalOffset: (offset) => offset };

  const startsGiven: number[] = [];
  const startsNfc: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (let from = 0; from < given.length; ) {
    const to = endOfPiece(given, from);
    const { text } = composePiece(given, from, to);
    startsGiven.push(from);
    startsNfc.push(length);
    pieces.push(text);
    length += text.length;
    from = to;
  }
  return { text: pieces.join(''), originalOffset: wayBack(given, startsGiven, startsNfc) };
}

/** Claims are asked for in the order of the text, so that one piece at a time is composed again. */
function wayBack(given: string, startsGiven: readonly number[], startsNfc: readonly number[]): NfcText['originalOffset'] {
  let known = -1;
  let piece: Composed = { text: '', anchorsNfc: [], anchorsGiven: [] };
  return (offset) => {
    const index = Math.max(0, countUpTo(startsNfc, offset) - 1);
    const from = startsGiven[index] ?? 0;
    if (index !== known) {
      piece = composePiece(given, from, startsGiven[index + 1] ?? given.length);
      known = index;
    }
    return from + fromAnchors(offset - (startsNfc[index] ?? 0), piece);
  };
}

/** A piece ends before a letter, never between a letter and its marks. */
function endOfPiece(given: string, from: number): number {
  let to = Math.min(from + PIECE_CHARS, given.length);
  const last = Math.min(to + LONGEST_CLUSTER, given.length);
  while (to < last && isCombining(given.charCodeAt(to))) to += 1;
  return to;
}

type Composed = { readonly text: string; readonly anchorsNfc: readonly number[]; readonly anchorsGiven: readonly number[] };

/** Composes each letter with its marks; the anchors tell where such letters end in both texts. */
function composePiece(given: string, from: number, to: number): Composed {
  const anchorsNfc: number[] = [];
  const anchorsGiven: number[] = [];
  let text = '';
  let plainFrom = from;
  for (let i = from; i < to; i += 1) {
    if (!isCombining(given.charCodeAt(i))) continue;
    const clusterFrom = Math.max(i - 1, plainFrom);
    let clusterTo = i + 1;
    while (clusterTo < to && clusterTo - clusterFrom < LONGEST_CLUSTER && isCombining(given.charCodeAt(clusterTo))) clusterTo += 1;
    text += given.slice(plainFrom, clusterFrom) + given.slice(clusterFrom, clusterTo).normalize('NFC');
    anchorsNfc.push(text.length);
    anchorsGiven.push(clusterTo - from);
    plainFrom = clusterTo;
    i = clusterTo - 1;
  }
  return { text: text + given.slice(plainFrom, to), anchorsNfc, anchorsGiven };
}

function fromAnchors(offset: number, { anchorsNfc, anchorsGiven }: Composed): number {
  const before = countUpTo(anchorsNfc, offset) - 1;
  return before < 0 ? offset : (anchorsGiven[before] ?? 0) + (offset - (anchorsNfc[before] ?? 0));
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
