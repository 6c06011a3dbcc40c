// SPDX-License-Identifier: Apache-2.0
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { UnitScope } from '#platform/permissions/permissions';

/**
 * Condition that a unit column lies in the subtrees of a scope, as they are or ever were.
 *
 * @example
 * db.selectFrom('documents.document').where(withinScope('documents.document.unit_id', scope))
 */
export function withinScope(column: string | Expression<unknown>, scope: Pick<UnitScope, 'roots'>): RawBuilder<SqlBool> {
  if (scope.roots === null) return sql<SqlBool>`true`;
  const unit = typeof column === 'string' ? sql.ref(column) : column;
  return sql<SqlBool>`${unit} in (select descendant_id from units.lineage where ancestor_id = any(${[...scope.roots]}::uuid[]))`;
}
