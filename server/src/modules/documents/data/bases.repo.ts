// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import { basisTypes } from '../domain/document.ts';
import { type DocumentReference, documentsWithin, referenceColumns } from './documents.repo.ts';
import type { DocumentsDb } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

/** A document that may be cited: how it is cited, and nothing more. */
export type BasisCandidate = Pick<DocumentReference, 'id' | 'code' | 'typeName' | 'issuedOn' | 'issuerName' | 'subject'> & {
  /** Whether the reader may open it too. */
  readonly reachable: boolean;
};

/**
 * Issued by a unit above those of the scope, and of a type that others rest on (or a law, which has none). Above means
 * strictly above: what units beside or below have issued is not told here.
 */
function issuedAbove({ roots }: Scope): RawBuilder<SqlBool> {
  if (roots === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`(d.direction = 'outgoing' and d.state = 'issued' and (d.type_code is null or d.type_code = any(${[...basisTypes]}::text[]))
    and d.unit_id in (select l.ancestor_id from units.lineage l where l.descendant_id = any(${[...roots]}::uuid[]) and l.ancestor_id <> l.descendant_id))`;
}

const citable = (scope: Scope): RawBuilder<SqlBool> => sql<SqlBool>`(${withinScope('d.unit_id', scope)} or ${issuedAbove(scope)})`;

/** Documents that may be named as a legal basis, the latest first. */
export async function selectBasisCandidates(
  db: DocumentsDb,
  scope: Scope,
  { search, until, limit }: { readonly search?: string | undefined; readonly until?: string | undefined; readonly limit: number },
): Promise<BasisCandidate[]> {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean);
  return documentsWithin(db, { roots: null })
    .select([
      'd.id',
      'd.code',
      't.name as typeName',
      'd.issued_on as issuedOn',
      'd.issuer_name as issuerName',
      'd.subject',
      withinScope('d.unit_id', scope).$castTo<boolean>().as('reachable'),
    ])
    .where(citable(scope))
    .where('d.state', '=', 'issued')
    .where('d.code', 'is not', null)
    .where('d.issued_on', 'is not', null)
    .$if(until !== undefined, (query) => query.where('d.issued_on', '<=', until ?? ''))
    .where((eb) =>
      eb.and(
        words.map((word) => sql<SqlBool>`d.search like '%' || platform.fold(${word.normalize('NFC').replace(/[\\%_]/g, '\\$&')}) || '%'`),
      ),
    )
    .orderBy('d.issued_on', 'desc')
    .orderBy('d.id')
    .limit(limit)
    .execute();
}

/** A document that may be named as a legal basis from within a scope. */
export async function findBasis(db: DocumentsDb, scope: Scope, id: string): Promise<DocumentReference | undefined> {
  return documentsWithin(db, { roots: null }).select(referenceColumns).where('d.id', '=', id).where(citable(scope)).executeTakeFirst();
}

/** How many of the documents may be named as a legal basis and are not recalled. */
export async function countBases(db: DocumentsDb, scope: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const row = await documentsWithin(db, { roots: null })
    .select(sql<number>`count(*)::int`.as('count'))
    .where('d.id', 'in', [...ids])
    .where('d.state', '<>', 'recalled')
    .where(citable(scope))
    .executeTakeFirstOrThrow();
  return row.count;
}
