// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { type DocumentReference, findByNumber, findReceived, findReference, type IssuerKey } from '../data/documents.repo.ts';
import type { DocumentsDb } from '../data/tables.ts';
import { type DocumentTypeRow, findType, findTypeByAbbreviation } from '../data/types.repo.ts';
import { type DocumentCode, parseDocumentCode, writtenCode } from '../domain/document-code.ts';
import type { Reach } from './read-documents.ts';

/** @throws AppError `documents.type_unknown` where the type does not exist or is not in force on that day */
export async function requireType(db: DocumentsDb, code: string, day: Day): Promise<DocumentTypeRow> {
  const type = await findType(db, code);
  if (!type || day < type.validFrom || (type.validTo !== null && day > type.validTo)) {
    throw new AppError('invalid', 'documents.type_unknown', { code, day: vietnameseDay(day) });
  }
  return type;
}

/**
 * Type of a document of others: the one that is named, else the one its symbol begins with, else none
 * (laws and decrees are no administrative documents). Validity is not asked: older papers bear the same names.
 *
 * @throws AppError `documents.type_unknown`
 */
export async function typeOfOthers(
  db: DocumentsDb,
  named: string | null | undefined,
  code: DocumentCode | null,
  day: Day,
): Promise<string | null> {
  if (named !== undefined && named !== null) {
    if (!(await findType(db, named))) throw new AppError('invalid', 'documents.type_unknown', { code: named, day: vietnameseDay(day) });
    return named;
  }
  if (named === null || code === null || code.abbreviation === null) return null;
  return (await findTypeByAbbreviation(db, code.abbreviation))?.code ?? null;
}

export type ReadCode = DocumentCode & { readonly written: string };

/** @throws AppError `documents.code_invalid` */
export function readCode(text: string): ReadCode {
  const code = parseDocumentCode(text);
  if (!code) throw new AppError('invalid', 'documents.code_invalid', { code: text });
  return { ...code, written: writtenCode(code) };
}

/** @throws AppError `documents.number_taken` naming the code and date of the document that is there */
export async function refuseTakenNumber(
  db: DocumentsDb,
  code: ReadCode,
  issuerKey: IssuerKey,
  issuedOn: Day,
  exceptId?: string,
): Promise<void> {
  const there = await findByNumber(db, {
    issuerKey,
    symbol: code.symbol,
    number: code.number,
    year: Number(issuedOn.slice(0, 4)),
    exceptId,
  });
  if (there)
    throw new AppError('conflict', 'documents.number_taken', {
      code: there.code ?? code.written,
      issuedOn: vietnameseDay(there.issuedOn ?? issuedOn),
    });
}

/** @throws AppError `documents.already_received` naming the number under which the unit registered it */
export async function refuseSecondReceipt(
  db: DocumentsDb,
  wanted: { unitId: string; issuerKey: IssuerKey; code: string; issuedOn: Day | null; exceptId?: string },
): Promise<void> {
  const there = await findReceived(db, wanted);
  if (!there) return;
  throw new AppError('conflict', 'documents.already_received', {
    code: wanted.code,
    number: there.registerNumber ?? 0,
    receivedOn: there.receivedOn ? vietnameseDay(there.receivedOn) : '',
  });
}

/**
 * The document that another one replaces.
 *
 * @throws AppError `documents.not_found`, `documents.replaced_not_issued`
 */
export async function requireReplaced(db: DocumentsDb, scope: Reach, replacesId: string, issuedOn: Day | null): Promise<DocumentReference> {
  const replaced = await findReference(db, scope, replacesId);
  if (!replaced) throw new AppError('not_found', 'documents.not_found');
  if (replaced.state === 'draft' || replaced.issuedOn === null || (issuedOn !== null && replaced.issuedOn > issuedOn))
    throw new AppError('invalid', 'documents.replaced_not_issued');
  return replaced;
}

/** A text as it is kept: NFC, trimmed, null where nothing is left. */
export function kept(text: string | null | undefined): string | null {
  const plain = text?.normalize('NFC').trim();
  return plain ? plain : null;
}
