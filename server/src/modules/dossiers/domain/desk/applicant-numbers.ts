// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';

/** The first three of twelve digits are a province or country (Decree 137/2015/NĐ-CP, Article 13), which none has as 000. */
const personal = /^(?!0+$)(\d{9}|(?!000)\d{12})$/;
/** At most nine letters and digits (ICAO Doc 9303), a letter and four digits among them. */
const passport = /^(?=[^A-Z]*[A-Z])(?=(?:[A-Z]*\d){4})[A-Z\d]{6,9}$/;
const taxCode = /^\d{10}(-\d{3})?$/;
const phoneNumber = /^(\+84)?\d{9,11}$/;
const citizen = 1;

/** What `requireApplicantNumbers` refuses with. */
export const applicantNumberErrors = [
  'dossiers.identity_number_wrong',
  'dossiers.organisation_number_wrong',
  'dossiers.phone_wrong',
] as const;

/**
 * Whether it is the identity number of a person (9 or 12 digits, not zeros), or of a foreigner's passport; of all but persons also a tax or
 * enterprise code (10 or 10-3 digits).
 */
export function isIdentityNumber(text: string, kind: number): boolean {
  const bare = text.replace(/\s/g, '').toUpperCase();
  return personal.test(bare) || passport.test(bare) || (kind !== citizen && taxCode.test(bare));
}

/** Whether it is a Vietnamese phone number: 9 to 11 digits, +84 before them or not. */
export function isPhone(text: string): boolean {
  return phoneNumber.test(text.replace(/[\s.-]/g, ''));
}

/**
 * Refuses numbers that nobody can have, so that a dossier entered here is found again by them; what old systems hold is imported as it is.
 *
 * @throws AppError `dossiers.identity_number_wrong`, `dossiers.organisation_number_wrong`, `dossiers.phone_wrong`
 */
export function requireApplicantNumbers(applicant: {
  readonly kind: number;
  readonly identityNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
}): void {
  const { kind, identityNumber, phone } = applicant;
  if (identityNumber && !isIdentityNumber(identityNumber, kind))
    throw new AppError('invalid', kind === citizen ? 'dossiers.identity_number_wrong' : 'dossiers.organisation_number_wrong', {
      number: identityNumber,
    });
  if (phone && !isPhone(phone)) throw new AppError('invalid', 'dossiers.phone_wrong', { phone });
}
