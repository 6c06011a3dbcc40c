// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { documentsDb } from '../data/tables.ts';
import { insertMissingTypes, listTypes } from '../data/types.repo.ts';

const seedFile = new URL('../../../../seeds/document-types.json', import.meta.url);

const Seed = z.strictObject({
  legalBasis: z.string(),
  validFrom: z.iso.date(),
  types: z.array(z.strictObject({ code: z.string(), name: z.string(), abbreviation: z.string().nullable() })),
});

/** Enters the 29 types of administrative documents; types that are there already stay as they are. */
export async function seedDocumentTypes(db: Db): Promise<void> {
  const seed = Seed.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  await inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const present = new Set((await listTypes(tables)).map((type) => type.code));
    const rows = seed.types.map((type, index) => ({
      ...type,
      position: index + 1,
      legalBasis: seed.legalBasis,
      validFrom: seed.validFrom,
      validTo: null,
    }));
    const missing = rows.filter((row) => !present.has(row.code));
    if (missing.length === 0) return;
    await insertMissingTypes(tables, missing);
    await recordAudit(tx, systemActor, {
      action: 'documents.types_entered',
      subject: ['document_type', 'all'],
      unitId: null,
      data: { codes: missing.map((row) => row.code) },
    });
  });
}
