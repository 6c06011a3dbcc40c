// SPDX-License-Identifier: Apache-2.0
import type { DocumentsDb } from './tables.ts';

export type DocumentTypeRow = {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly position: number;
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

const columns = [
  'code',
  'name',
  'abbreviation',
  'position',
  'legal_basis as legalBasis',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const;

export async function listTypes(db: DocumentsDb): Promise<DocumentTypeRow[]> {
  return db.selectFrom('documents.type').select(columns).orderBy('position').execute();
}

export async function findType(db: DocumentsDb, code: string): Promise<DocumentTypeRow | undefined> {
  return db.selectFrom('documents.type').select(columns).where('code', '=', code).executeTakeFirst();
}

export async function findTypeByAbbreviation(db: DocumentsDb, abbreviation: string): Promise<DocumentTypeRow | undefined> {
  return db.selectFrom('documents.type').select(columns).where('abbreviation', '=', abbreviation).executeTakeFirst();
}

export async function insertMissingTypes(db: DocumentsDb, types: readonly DocumentTypeRow[]): Promise<void> {
  await db
    .insertInto('documents.type')
    .values(
      types.map((t) => ({
        code: t.code,
        name: t.name,
        abbreviation: t.abbreviation,
        position: t.position,
        legal_basis: t.legalBasis,
        valid_from: t.validFrom,
        valid_to: t.validTo,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}
