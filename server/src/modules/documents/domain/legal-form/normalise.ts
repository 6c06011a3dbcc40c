// SPDX-License-Identifier: Apache-2.0
import type { LegalDocument } from './model.ts';

// XML 1.0, section 2.2 forbids these characters in any form; a lone surrogate cannot be written as UTF-8.
const unwritable = /(?!\n)\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** One text as documents keep it: NFC (TCVN 6909:2001), `\n` between lines, nothing that a file cannot hold. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwritable, '');
}

/** The same document with every text normalised; renderers see no other. */
export function normaliseDocument(doc: LegalDocument): LegalDocument {
  return mapTexts(doc);
}

function mapTexts<T>(value: T): T;
function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts<unknown>(item)]));
}
