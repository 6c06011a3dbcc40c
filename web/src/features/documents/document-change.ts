// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../shared/api/operations.ts';
import { urgencies } from './document-draft.ts';
import type { DocumentSheet } from './documents.api.ts';

const texts = ['code', 'symbol', 'issuerName', 'subject', 'signerPosition', 'recipients', 'archiveHolder', 'sourceNote', 'note'] as const;
const days = ['issuedOn', 'handedOverOn'] as const;
const choices = ['typeCode', 'urgency', 'replacesId'] as const;
/** Fields without which a document does not stand; they are changed, never emptied. */
const owed: readonly string[] = ['code', 'symbol', 'issuerName', 'subject', 'typeCode', 'issuedOn'];

type Key = (typeof texts)[number] | (typeof days)[number] | (typeof choices)[number] | 'copies' | 'paragraph';
const keys: readonly Key[] = [...texts, ...days, ...choices, 'copies', 'paragraph'];

/** The fields of a document as they are typed. */
export type Change = Readonly<Record<Key, string>>;

export function changeOf(sheet: DocumentSheet): Change {
  const typed = (key: Key): string => String((key === 'replacesId' ? sheet.replaces?.id : sheet[key]) ?? '');
  return {
    code: typed('code'),
    symbol: typed('symbol'),
    issuerName: typed('issuerName'),
    subject: typed('subject'),
    signerPosition: typed('signerPosition'),
    recipients: typed('recipients'),
    archiveHolder: typed('archiveHolder'),
    sourceNote: typed('sourceNote'),
    note: typed('note'),
    issuedOn: typed('issuedOn'),
    handedOverOn: typed('handedOverOn'),
    typeCode: typed('typeCode'),
    urgency: typed('urgency'),
    replacesId: typed('replacesId'),
    copies: typed('copies'),
    paragraph: typed('paragraph'),
  };
}

/** The fields that differ from the document as it was read. */
export function changedKeys(sheet: DocumentSheet, change: Change): readonly Key[] {
  const before = changeOf(sheet);
  return keys.filter((key) => sheet.editable.includes(key) && before[key] !== change[key].trim());
}

/** Whether what must stand is there, and numbers are numbers. */
export function isSound(keysChanged: readonly Key[], change: Change): boolean {
  return keysChanged.every((key) => {
    const text = change[key].trim();
    if (owed.includes(key)) return text !== '';
    return key === 'copies' || key === 'paragraph' ? /^\d{0,6}$/.test(text) : true;
  });
}

/** Only what was changed is sent: a field that is left out stays as it is. */
export function changeBody(sheet: DocumentSheet, change: Change): Body<'changeDocument'> {
  const values = changedKeys(sheet, change).map((key) => {
    const text = change[key].trim();
    if (key === 'urgency') return [key, urgencies.find((one) => one === text) ?? null] as const;
    if (key === 'copies' || key === 'paragraph') return [key, text === '' ? null : Number(text)] as const;
    return [key, text === '' ? null : text] as const;
  });
  return { version: sheet.version, ...Object.fromEntries(values) };
}
