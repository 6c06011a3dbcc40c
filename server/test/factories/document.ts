// SPDX-License-Identifier: Apache-2.0
import {
  createDraft,
  type DraftInput,
  type RecordedDocument,
  type RecordInput,
  recordDocument,
  seedDocumentTypes,
} from '../../src/modules/documents/index.ts';
import { systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';

let made = 0;

/**
 * A document with a number of its own kept by a unit, dated 2022-08-09 where nothing else is asked.
 *
 * @example
 * const decision = await aDocument(db, { unitId: province.id, code: '1367/QĐ-UBND' });
 */
export async function aDocument(db: Db, asked: Pick<RecordInput, 'unitId'> & Partial<RecordInput>): Promise<RecordedDocument> {
  made += 1;
  await seedDocumentTypes(db);
  return recordDocument(db, systemActor, {
    code: `${9_000 + made}/QĐ-UBND`,
    issuedOn: '2022-08-09',
    subject: `Văn bản thử ${made}`,
    source: 'illustrative',
    ...asked,
  });
}

/** A draft decision of a unit. */
export async function aDraft(db: Db, asked: Pick<DraftInput, 'unitId'> & Partial<DraftInput>): Promise<{ id: string }> {
  made += 1;
  await seedDocumentTypes(db);
  return createDraft(db, systemActor, { roots: null }, { typeCode: 'decision', subject: `Dự thảo thử ${made}`, ...asked });
}
