// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over by word of mouth: four groups of four letters that cannot be taken for each other (79 bits). */
export function generatePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
