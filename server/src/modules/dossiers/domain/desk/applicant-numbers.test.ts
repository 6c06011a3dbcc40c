// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isIdentityNumber, isPhone, requireApplicantNumbers } from './applicant-numbers.ts';

test.each([
  ['011190004321', 1, true],
  ['0111 9000 4321', 1, true],
  ['040123456', 1, true],
  ['000000000000', 1, false],
  ['000190004321', 2, false],
  ['000000000', 1, false],
  ['abc', 1, false],
  ['C1234567', 1, true],
  ['pa 0123456', 1, true],
  ['EH4512398', 2, true],
  ['PASSPORT', 1, false],
  ['N12345678901', 1, false],
  ['C1234-67', 1, false],
  ['5600123456', 1, false],
  ['5600123456', 2, true],
  ['5600123456-001', 2, true],
  ['5600123456-1', 2, false],
  ['011190004321', 3, true],
  ['01119000432', 2, false],
])('%s of an applicant of kind %i is an identity number: %s', (text, kind, expected) => {
  expect(isIdentityNumber(text, kind)).toBe(expected);
});

test.each([
  ['0912345678', true],
  ['0912 345 678', true],
  ['0215.3.812.345', true],
  ['+84 912 345 678', true],
  ['khong co', false],
  ['0912', false],
  ['091234567890', false],
  ['+85 912 345 678', false],
])('%s is a phone number: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected);
});

test('what is left empty is not asked for, and what is wrong is named', () => {
  expect(() => requireApplicantNumbers({ kind: 1, identityNumber: null, phone: '' })).not.toThrow();
  expect(() => requireApplicantNumbers({ kind: 1, identityNumber: 'abc' })).toThrow('dossiers.identity_number_wrong');
  expect(() => requireApplicantNumbers({ kind: 2, identityNumber: 'abc' })).toThrow('dossiers.organisation_number_wrong');
  expect(() => requireApplicantNumbers({ kind: 1, phone: 'khong co' })).toThrow('dossiers.phone_wrong');
});
