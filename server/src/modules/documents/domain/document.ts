// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Urgency as UrgencyName } from './legal-form/document-types.ts';

export const directions = ['outgoing', 'incoming'] as const;
export type Direction = (typeof directions)[number];

/** How a document came in: numbered here, recorded with the number it already had, or received from elsewhere. */
export type Origin = 'numbered' | 'recorded' | 'received';

export type DocumentState = 'draft' | 'issued' | 'recalled';

export const urgencyCodes = ['urgent', 'very_urgent', 'express'] as const;
export type UrgencyCode = (typeof urgencyCodes)[number];

/** Degrees of urgency as documents print them (Decree 30/2020/NĐ-CP, annex I, part I, section III.2). */
export const urgencyNames: Readonly<Record<UrgencyCode, UrgencyName>> = { urgent: 'Khẩn', very_urgent: 'Thượng khẩn', express: 'Hỏa tốc' };

/** Where the facts of a document come from; whatever is not the installation's own carries a visible mark. */
export const sourceMarks = ['own', 'real_case', 'illustrative'] as const;
export type SourceMark = (typeof sourceMarks)[number];

export const attachmentKinds = ['main', 'annex', 'scan', 'signed', 'other'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Fields of a document that people may enter. */
export const documentFields = [
  'code',
  'typeCode',
  'symbol',
  'issuedOn',
  'issuerName',
  'subject',
  'signerPosition',
  'urgency',
  'recipients',
  'archiveHolder',
  'copies',
  'handedOverOn',
  'note',
  'replacesId',
  'source',
  'sourceNote',
  'paragraph',
] as const;
export type DocumentField = (typeof documentFields)[number];

const bookkeeping: readonly DocumentField[] = ['recipients', 'archiveHolder', 'copies', 'handedOverOn', 'note'];
const description: readonly DocumentField[] = ['code', 'typeCode', 'issuedOn', 'issuerName', 'subject', 'signerPosition', 'urgency'];
const marks: readonly DocumentField[] = ['source', 'sourceNote', 'paragraph'];

/**
 * Which fields may still be changed. An issued document is not edited: it is recalled and replaced
 * (Decree 30/2020/NĐ-CP, art. 18); only the register's own columns stay open. Entries about documents of others
 * are our reading of them and can be corrected.
 */
export function editableFields(document: { readonly origin: Origin; readonly state: DocumentState }): readonly DocumentField[] {
  if (document.state === 'recalled') return [];
  if (document.state === 'draft') return ['typeCode', 'symbol', 'subject', 'signerPosition', 'urgency', 'replacesId', ...bookkeeping];
  if (document.origin === 'recorded') return [...description, 'replacesId', ...bookkeeping, ...marks];
  if (document.origin === 'received') return [...description, ...bookkeeping];
  return bookkeeping;
}

/** @throws AppError `documents.recalled`, `documents.field_closed` */
export function checkEditable(
  document: { readonly origin: Origin; readonly state: DocumentState; readonly code: string | null },
  fields: readonly DocumentField[],
): void {
  if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
  const open = editableFields(document);
  const closed = fields.filter((field) => !open.includes(field));
  if (closed.length > 0) throw new AppError('conflict', 'documents.field_closed', { code: document.code ?? '', fields: closed.join(', ') });
}

/** @throws AppError `documents.already_issued`, `documents.recalled` */
export function checkIssuable(document: { readonly state: DocumentState; readonly code: string | null }): void {
  if (document.state === 'issued') throw new AppError('conflict', 'documents.already_issued', { code: document.code ?? '' });
  if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
}

/**
 * Whether a basis or file may still be taken off. Those of a document that was issued here are part of what was signed;
 * those of a draft, and of entries about documents of others, are ours to correct.
 *
 * @throws AppError `documents.recalled`, `documents.links_fixed`
 */
export function checkLinksOpen(document: { readonly origin: Origin; readonly state: DocumentState; readonly code: string | null }): void {
  if (document.state === 'recalled') throw new AppError('conflict', 'documents.recalled', { code: document.code ?? '' });
  if (document.origin === 'numbered' && document.state === 'issued')
    throw new AppError('conflict', 'documents.links_fixed', { code: document.code ?? '' });
}

/**
 * Types of documents that others rest on: what sets rules or decides. Letters, minutes, slips and the like concern those
 * they are sent to, and are told to nobody else.
 */
export const basisTypes: readonly string[] = [
  'resolution',
  'decision',
  'directive',
  'statute',
  'regulation',
  'communique',
  'notice',
  'guidance',
  'programme',
  'plan',
  'option',
  'scheme',
  'project',
];
