// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** How dossier codes are written from a day on; data, because neither text fixes the width of later serials. */
export type CodeForm = {
  readonly key: 'circular_01_2018' | 'circular_03_2025';
  readonly validFrom: Day;
  readonly citation: string;
  readonly mark: 'background' | null;
};

/** Newest first. The form of 2025 is as seen on the portals; its text was not read. */
export const codeForms: readonly CodeForm[] = [
  { key: 'circular_03_2025', validFrom: '2025-09-15', citation: 'Thông tư 03/2025/TT-VPCP; Quyết định 20/2020/QĐ-TTg', mark: 'background' },
  { key: 'circular_01_2018', validFrom: '0001-01-01', citation: 'Thông tư 01/2018/TT-VPCP, Điều 19', mark: null },
];

/** The form of codes given on a day. */
export function codeFormOn(day: Day): CodeForm {
  return codeForms.find((form) => form.validFrom <= day) ?? (codeForms[codeForms.length - 1] as CodeForm);
}

/**
 * The code of a dossier: agency code, day and the serial that the unit gives that day, from 1.
 *
 * @param agencyCode code of the receiving unit by Decision 20/2020/QĐ-TTg, highest level first
 * @example
 * dossierCode('H18.21', '2022-10-05', 12) // '000.00.21.H18-221005-0012'
 * dossierCode('H18.21', '2026-10-05', 12) // 'H18.21-261005-0012'
 */
export function dossierCode(agencyCode: string, day: Day, serial: number): string {
  return `${dossierCodeStem(agencyCode, day)}${String(serial).padStart(4, '0')}`;
}

/** The code up to its serial, which has four digits and grows where they do not suffice. */
export function dossierCodeStem(agencyCode: string, day: Day): string {
  const agency = codeFormOn(day).key === 'circular_01_2018' ? olderAgencyCode(agencyCode) : agencyCode;
  return `${agency}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-`;
}

/**
 * An agency code as QCVN 102:2016 writes it: four groups, lowest level first, missing levels as zeros. A province's own
 * conversion table may differ (background).
 */
function olderAgencyCode(agencyCode: string): string {
  const [top = '', second = '', third = '', fourth = ''] = agencyCode.split('.');
  return `${fourth.padStart(3, '0')}.${third.padStart(2, '0')}.${second.padStart(2, '0')}.${top}`;
}
