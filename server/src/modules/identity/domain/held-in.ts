// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** Whether something with a first and a last day holds on a day. */
export function inForceOn(day: Day): (row: { readonly validFrom: Day; readonly validTo: Day | null }) => boolean {
  return (row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo);
}

/**
 * The rights that are held: those of the person themself, and those bound to a position that lasts. With a chosen
 * position, of the bound ones only its own.
 */
export function heldIn<G extends { readonly positionId: string | null }>(
  grants: readonly G[],
  positions: readonly { readonly id: string }[],
  chosen: { readonly id: string } | undefined,
): G[] {
  const lasting = new Set((chosen ? [chosen] : positions).map((position) => position.id));
  return grants.filter((grant) => grant.positionId === null || lasting.has(grant.positionId));
}
