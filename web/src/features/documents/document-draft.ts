// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../shared/api/operations.ts';
import { today } from '../../shared/format/days.ts';
import type { Urgency } from './documents.api.ts';

export type EntryKind = 'draft' | 'recorded' | 'incoming';
export const entryKinds: readonly EntryKind[] = ['draft', 'recorded', 'incoming'];
export const urgencies: readonly Urgency[] = ['urgent', 'very_urgent', 'express'];

export type Entry = {
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly typeCode: string;
  readonly code: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly issuerName: string;
  readonly subject: string;
  readonly signerPosition: string;
  readonly urgency: string;
  readonly recipients: string;
  readonly note: string;
  readonly dateReason: string;
};

export const emptyEntry: Entry = {
  unit: null,
  typeCode: '',
  code: '',
  symbol: '',
  issuedOn: '',
  receivedOn: today(),
  issuerName: '',
  subject: '',
  signerPosition: '',
  urgency: '',
  recipients: '',
  note: '',
  dateReason: '',
};

function described(entry: Entry) {
  return {
    unitId: entry.unit?.id ?? '',
    subject: entry.subject,
    signerPosition: entry.signerPosition || null,
    urgency: urgencies.find((one) => one === entry.urgency) ?? null,
    recipients: entry.recipients || null,
    note: entry.note || null,
  };
}

/** What is sent to make a draft or to record a numbered document. */
export function createBody(kind: 'draft' | 'recorded', entry: Entry): Body<'createDocument'> {
  return kind === 'draft'
    ? { kind, ...described(entry), typeCode: entry.typeCode, ...(entry.symbol ? { symbol: entry.symbol } : {}) }
    : {
        kind,
        ...described(entry),
        code: entry.code,
        issuedOn: entry.issuedOn,
        ...(entry.typeCode ? { typeCode: entry.typeCode } : {}),
        ...(entry.issuerName ? { issuerName: entry.issuerName } : {}),
      };
}

/** What is sent to register an incoming document. */
export function incomingBody(entry: Entry): Body<'receiveDocument'> {
  return {
    ...described(entry),
    code: entry.code || null,
    typeCode: entry.typeCode || null,
    issuedOn: entry.issuedOn || null,
    receivedOn: entry.receivedOn,
    dateReason: entry.dateReason || null,
    ...(entry.issuerName ? { issuerName: entry.issuerName } : {}),
  };
}

/** Whether all that the server requires is filled in. */
export function isComplete(kind: EntryKind, entry: Entry): boolean {
  const common = entry.unit !== null && entry.subject.trim() !== '';
  if (kind === 'draft') return common && entry.typeCode !== '';
  return kind === 'recorded'
    ? common && entry.code !== '' && entry.issuedOn !== ''
    : common && entry.receivedOn !== '' && entry.issuerName !== '';
}
