// SPDX-License-Identifier: Apache-2.0
import type { AddFault } from './faults.ts';
import { type ImportField, usualHeader } from './fields.ts';

/** Control characters other than tab and line ends, and what Unicode keeps as no character. */
const control = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;

const formulaError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;

/**
 * Reads the text of a field, in composed letters (NFC). What begins like a formula is text like any other: it is stored as it
 * is written and goes out as text.
 */
export function createTextReader(cell: (field: ImportField) => string, add: AddFault) {
  return (field: ImportField, least: number, most: number, isRequired = false): string | null => {
    const written = cell(field);
    if (written === '') {
      if (isRequired) add(field, 'required', { field: usualHeader(field) });
      return null;
    }
    const text = written.normalize('NFC');
    if (control.test(text)) add(field, 'control_character');
    else if (text.includes('\ufffd')) add(field, 'broken_letters');
    else if (text[0] === '#' && formulaError.test(text)) add(field, 'cell_error');
    else if (field === 'code' && (text.length < least || text.length > most)) add(field, 'code_length');
    else if (text.length > most) add(field, 'too_long', { most });
    else if (text.length < least) add(field, 'too_short', { least });
    return text;
  };
}
