// SPDX-License-Identifier: Apache-2.0

const written = /^[0-9A-Z][0-9A-Z._-]{2,49}$/;
const national = /^[0-9]\.[0-9]{6}(?=$|\.)/;

/**
 * A procedure's code in its one written form, or null where the text cannot be a code. Codes of the national database
 * (1.004873, with or without the suffix of the province) and older codes of ministries are both accepted.
 *
 * @example
 * writtenProcedureCode(' 1.004873.000.00.00.h18 ') // '1.004873.000.00.00.H18'
 */
export function writtenProcedureCode(text: string): string | null {
  const code = text.normalize('NFC').trim().toUpperCase().replace(/\s+/g, '').replaceAll('Đ', 'D');
  return written.test(code) ? code : null;
}

/**
 * The part of a code that the national database gives, the same in every province.
 *
 * @example
 * nationalPartOf('2.000815.000.00.00.H18') // '2.000815'
 */
export function nationalPartOf(code: string): string | null {
  return national.exec(code)?.[0] ?? null;
}
