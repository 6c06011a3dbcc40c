// SPDX-License-Identifier: Apache-2.0
import { fold } from '#kernel/vietnamese-text';
import { fieldOf } from './fields.ts';

export type LegacyFont = 'TCVN3 (ABC, .VnTime)' | 'VNI (VNI-Times)';

const tcvn3: readonly (readonly [letter: string, signs: string])[] = [
  ['a', '¨©µ¶·¸¹»¼½¾ÆÇÈÉÊË¡¢'],
  ['d', '®§'],
  ['e', 'ªÌÎÏÐÑÒÓÔÕÖ£'],
  ['i', '×ØÜÝÞ'],
  ['o', '«¬ßáâãäåæçèéêëìíî¤¥'],
  ['u', '\u00adïñòóôõö÷øù¦'],
  ['y', 'úûüýþ'],
];
const letterOfTcvn3 = new Map(tcvn3.flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const)));

function readTcvn3(text: string): string {
  return [...text]
    .map((sign) => letterOfTcvn3.get(sign) ?? sign)
    .join('')
    .toLowerCase();
}

function readVni(text: string): string {
  return text
    .toLowerCase()
    .replace(/([aeouyôö])[øùûõïâáàåãäêéèúüë]/g, '$1')
    .replace(/[ñôöìíæóòî]/g, (sign) => (sign === 'ñ' ? 'd' : sign === 'ô' ? 'o' : sign === 'ö' ? 'u' : sign === 'î' ? 'y' : 'i'));
}

const realVietnamese = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** Words that stand in nearly every table of dossiers, without diacritics. */
const usualWords =
  /\b(?:nguyen|tran|pham|hoang|dang|thi|van|giay|chung|dat|cap|ho so|don vi|tiep nhan|thu tuc|ket qua|xa|huyen|dien bien)\b/g;

/**
 * The font that texts were typed for before Unicode, or null. Such a text has the right shape only in its own font; here it
 * would be kept as signs. It is known by becoming Vietnamese when it is read in that font's way.
 *
 * @example
 * legacyFontOf(['M· hå s¬', '§¬n vÞ', 'Tr¹ng th¸i']) // 'TCVN3 (ABC, .VnTime)'
 */
export function legacyFontOf(texts: readonly string[]): LegacyFont | null {
  const all = texts.join('\n').normalize('NFC');
  if (realVietnamese.test(all)) return null;
  const plain = score(texts, fold);
  const [asTcvn3, asVni] = [score(texts, readTcvn3), score(texts, readVni)];
  const best = Math.max(asTcvn3, asVni);
  if (best < 3 || best <= 1.5 * plain) return null;
  return asTcvn3 >= asVni ? 'TCVN3 (ABC, .VnTime)' : 'VNI (VNI-Times)';
}

function score(texts: readonly string[], read: (text: string) => string): number {
  return texts.reduce((sum, text) => {
    const readable = read(text);
    return sum + (fieldOf(readable) ? 2 : 0) + (readable.match(usualWords)?.length ?? 0);
  }, 0);
}
