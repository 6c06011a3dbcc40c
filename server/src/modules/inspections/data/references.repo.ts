// SPDX-License-Identifier: Apache-2.0
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { InspectionsDb } from './tables.ts';

/** A document as a round cites it. */
export type DocumentReference = {
  readonly id: string;
  readonly code: string | null;
  readonly typeName: string | null;
  readonly issuedOn: string | null;
  readonly issuerName: string;
  readonly subject: string;
};

export async function selectDocuments(db: InspectionsDb, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, DocumentReference>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents.document as d')
    .leftJoin('documents.type as t', 't.code', 'd.type_code')
    .select(['d.id', 'd.code', 't.name as typeName', 'd.issued_on as issuedOn', 'd.issuer_name as issuerName', 'd.subject'])
    .where('d.id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export type UnitReference = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly authorityName: string;
  readonly documentSymbol: string;
  readonly level: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export async function selectUnits(
  db: InspectionsDb,
  scope: Pick<UnitScope, 'roots'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitReference>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('units.unit as u')
    .select([
      'u.id',
      'u.code',
      'u.name',
      'u.authority_name as authorityName',
      'u.document_symbol as documentSymbol',
      'u.level',
      'u.valid_from as validFrom',
      'u.valid_to as validTo',
    ])
    .where('u.id', 'in', [...ids])
    .where(withinScope('u.id', scope))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Pairs of (ancestor, descendant) between two sets of units: where grants held at the first reach the second. */
export async function selectReach(
  db: InspectionsDb,
  ancestors: readonly string[],
  descendants: readonly string[],
): Promise<{ ancestorId: string; descendantId: string }[]> {
  if (ancestors.length === 0 || descendants.length === 0) return [];
  return db
    .selectFrom('units.lineage')
    .select(['ancestor_id as ancestorId', 'descendant_id as descendantId'])
    .where('ancestor_id', 'in', [...ancestors])
    .where('descendant_id', 'in', [...descendants])
    .execute();
}
