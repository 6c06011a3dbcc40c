// SPDX-License-Identifier: Apache-2.0
import type { Expression, RawBuilder, SqlBool } from 'kysely';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';

/** What the calendar must know of the unit tree, which stands beside it; the composition root hands it over. */
export type UnitReach = {
  /** Condition that a unit lies in the subtrees of a scope. */
  within(column: string | Expression<unknown>, scope: Pick<UnitScope, 'roots'>): RawBuilder<SqlBool>;
  /** Whether a scope reaches the whole tree. */
  isWhole<T>(db: Db<T>, scope: Pick<UnitScope, 'roots'>): Promise<boolean>;
};
