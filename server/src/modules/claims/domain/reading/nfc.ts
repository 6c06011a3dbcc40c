// SPDX-License-Identifier: Apache-2.0

/** A text in NFC, with the way back to the UTF-16 offsets of the text that was given. */
export type NfcText = { readonly text: string; readonly originalOffset: (offset: number) => number };

/** Longer runs of marks are no Vietnamese; the cap keeps canonical reordering linear. */
const LONGEST_CLUSTER = 16;

const isCombining = (code: number): boolean =>
  (code >= 0x0300 && code <= 0x036f) || (code >= 0x1ab0 && code <= 0x1aff) || (code >= 0x20d0 && code <= 0x20ff);

/** Composes decomposed Vietnamese letters; a text without combining marks is returned as it is. */
export function toNfc(given: string): NfcText {
  if (!/[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]/.test(given)) return { text: given, originalOffset: (offset) => offset };

  const pieces: string[] = [];
  const anchorsNfc: number[] = [];
  const anchorsGiven: number[] = [];
  let length = 0;
  let plainFrom = 0;
  for (let i = 0; i < given.length; i += 1) {
    if (!isCombining(given.charCodeAt(i))) continue;
    const clusterFrom = Math.max(i - 1, plainFrom);
    let clusterTo = i + 1;
    while (clusterTo - clusterFrom < LONGEST_CLUSTER && isCombining(given.charCodeAt(clusterTo))) clusterTo += 1;
    const composed = given.slice(clusterFrom, clusterTo).normalize('NFC');
    pieces.push(given.slice(plainFrom, clusterFrom), composed);
    length += clusterFrom - plainFrom + composed.length;
    anchorsNfc.push(length);
    anchorsGiven.push(clusterTo);
    plainFrom = clusterTo;
    i = clusterTo - 1;
  }
  pieces.push(given.slice(plainFrom));
  return { text: pieces.join(''), originalOffset: (offset) => fromAnchors(offset, anchorsNfc, anchorsGiven) };
}

function fromAnchors(offset: number, anchorsNfc: readonly number[], anchorsGiven: readonly number[]): number {
  let low = 0;
  let high = anchorsNfc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchorsNfc[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return offset;
  return (anchorsGiven[low - 1] ?? 0) + (offset - (anchorsNfc[low - 1] ?? 0));
}
