// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { AppError } from '#kernel/app-error';
import { createXmlScanner, decodeEscapes } from './xml.ts';

/** Characters of all shared texts together; a million rows of names stay well below. */
const mostCharacters = 60_000_000;

/** The texts that cells name by number; phonetic readings are no part of them. */
export async function readSharedStrings(part: Readable): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let phonetic = 0;
  const scanner = createXmlScanner({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        characters += current.length;
        if (characters > mostCharacters) throw new AppError('invalid', 'dossiers.import_unpacks_too_large');
        strings.push(decodeEscapes(current));
      }
    },
    text(text) {
      if (inText) current += text;
    },
  });
  await scanAll(part, scanner);
  return strings;
}

/** Feeds a part's bytes to a scanner as UTF-8, the only encoding that spreadsheets write. */
export async function scanAll(
  part: Readable,
  scanner: { push(text: string): void; end(): void },
  between?: () => Promise<boolean>,
): Promise<void> {
  // Keeps pieces without accents, as sheets are, at one byte a character; TextDecoder does not.
  const decoder = new StringDecoder('utf8');
  for await (const piece of part) {
    scanner.push(decoder.write(piece));
    if (between && !(await between())) {
      part.destroy();
      return;
    }
  }
  scanner.push(decoder.end());
  scanner.end();
}
