// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const pinDigits = 8;

/** A lookup PIN, shown once, and what is kept of it. */
export function newPin(): { readonly pin: string; readonly salt: string; readonly hash: string } {
  const pin = String(randomInt(10 ** pinDigits)).padStart(pinDigits, '0');
  const salt = randomBytes(16).toString('hex');
  return { pin, salt, hash: hashOf(salt, pin) };
}

function hashOf(salt: string, pin: string): string {
  return createHmac('sha256', salt).update(pin).digest('hex');
}

export type KnownFactors = {
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly salt: string | null;
  readonly hash: string | null;
};

/**
 * Whether a factor is the PIN or the last four characters of the phone or identity number. Every comparison is made, with
 * stand-ins where the dossier lacks one, and each takes the same time whether it fits or not.
 */
export function isFactorOf(known: KnownFactors | undefined, factor: string): boolean {
  const isPin = factor.length === pinDigits;
  const given = factor.toUpperCase();
  const fits = [
    isSame(lastFour(known?.phone ?? null), given) && !isPin,
    isSame(lastFour(known?.identityNumber ?? null), given) && !isPin,
    isSame(known?.hash ?? '', hashOf(known?.salt ?? '', factor)) && isPin,
  ];
  return fits.includes(true);
}

/** Of a passport the last four letters and digits; of what is shorter than eight nothing, which would be guessed too easily. */
function lastFour(number: string | null): string {
  const bare = (number ?? '').replace(/[^A-Za-z\d]/g, '').toUpperCase();
  return bare.length >= 8 ? bare.slice(-4) : '';
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b) && one !== '';
}
