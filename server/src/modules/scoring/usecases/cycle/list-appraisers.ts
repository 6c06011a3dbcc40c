// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import { listHolders } from '#modules/identity';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { Scope } from './open-round.ts';

/** Somebody who appraises in the rounds of an organiser; `reformFields` null is every field. */
export type Appraiser = {
  readonly name: string;
  readonly position: string | null;
  readonly reformFields: readonly ReformField[] | null;
};

/**
 * The officers for reform whose grants reach an organising unit today: they appraise the fields of their grants.
 *
 * @throws AppError `units.not_found`
 */
export async function listAppraisers(db: Db, scope: Scope, organisingUnitId: string): Promise<Appraiser[]> {
  await getUnit(db, scope, organisingUnitId);
  const holders = await listHolders(db, { unitId: organisingUnitId, roles: ['par_officer'] });
  return holders.map(({ name, position, reformFields }) => ({ name, position, reformFields }));
}
