// SPDX-License-Identifier: Apache-2.0
import type { Session } from '../../../shared/session/session.ts';

/** The unit for which somebody keeps the catalogue: the one at which they hold the right to. */
export function keeperOf(session: Session): { readonly id: string; readonly name: string } | null {
  const grant = session.grants.find((one) => one.role === 'par_officer' || one.role === 'administrator');
  return grant ? { id: grant.unitId, name: grant.unitName } : null;
}
