// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { requireUnitInForce, type SuccessionReference, successorsOf, unitInForceOn } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { unitsInScope } from '../data/accounts.repo.ts';
import { findEndedGrants, lockGrants, touchAccount } from '../data/ended-grants.repo.ts';
import { type GrantRow, insertGrants, listGrants } from '../data/grants.repo.ts';
import { identityDb } from '../data/tables.ts';

const everywhere = { roots: null } as const;

/** A unit that took over, through any number of successions, and lasts. */
export type HeirUnit = {
  readonly id: string;
  readonly name: string;
  readonly onDay: Day;
  readonly decision: string | null;
  /** Only its name or rank changed on the way, so a right there reaches nothing that the old one did not. */
  readonly renamedOnly: boolean;
};

/** A right at a unit that has ended, with who took over. */
export type EndedGrant = {
  readonly grantId: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly role: GrantRow['role'];
  readonly reformFields: GrantRow['reformFields'];
  readonly unit: { readonly id: string; readonly name: string; readonly endedOn: Day };
  readonly heirs: readonly HeirUnit[];
  readonly grant: GrantRow;
};

/**
 * The rights at units that are no longer in force and whose holder has not the same right at an heir yet. Rights never pass
 * by themselves: a merged unit holds more than the old one did, so a person decides.
 */
export async function listEndedGrants(db: Db, scope: UnitScope, today: Day = todayInVietnam()): Promise<EndedGrant[]> {
  const tables = identityDb(db);
  const ended = await findEndedGrants(tables, scope, today);
  const grants = await listGrants(tables, [...new Set(ended.map((row) => row.accountId))]);
  const heirsOf = new Map<string, HeirUnit[]>();
  for (const unitId of new Set(ended.map((row) => row.unitId))) heirsOf.set(unitId, await heirsInForce(db, unitId, today));
  const endedIds = new Set(ended.map((row) => row.grantId));
  return ended.flatMap((row): EndedGrant[] => {
    const grant = grants.find((one) => one.id === row.grantId);
    const heirs = heirsOf.get(row.unitId) ?? [];
    // Where nobody took over, any unit that the right was given at since then counts as its new place.
    const followsOn = (one: GrantRow): boolean =>
      heirs.length > 0 ? heirs.some((heir) => heir.id === one.unitId) : one.validFrom > row.endedOn && !endedIds.has(one.id);
    const isHeld = grants.some((one) => one.accountId === row.accountId && one.role === grant?.role && followsOn(one));
    if (!grant || isHeld) return [];
    return [
      {
        grantId: row.grantId,
        account: { id: row.accountId, name: row.accountName },
        role: grant.role,
        reformFields: grant.reformFields,
        unit: { id: row.unitId, name: row.unitName, endedOn: row.endedOn },
        heirs,
        grant,
      },
    ];
  });
}

async function heirsInForce(db: Db, unitId: string, today: Day): Promise<HeirUnit[]> {
  const found = new Map<string, HeirUnit>();
  const walk = async (id: string, renamedOnly: boolean, seen: ReadonlySet<string>): Promise<void> => {
    for (const succession of await successorsOf(db, everywhere, id)) {
      const { unit } = succession;
      if (!unit || seen.has(unit.id)) continue;
      const renamed = renamedOnly && succession.kind === 'rename';
      if (unitInForceOn(unit, today)) found.set(unit.id, heirFrom(succession, unit, renamed));
      else await walk(unit.id, renamed, new Set([...seen, unit.id]));
    }
  };
  await walk(unitId, true, new Set([unitId]));
  return [...found.values()];
}

function heirFrom(succession: SuccessionReference, { id, name }: { id: string; name: string }, renamedOnly: boolean): HeirUnit {
  return { id, name, onDay: succession.onDay, decision: succession.decision, renamedOnly };
}

export type PassOn = { readonly grantId: string; readonly unitId: string };

/**
 * Gives the holders of rights at ended units the same rights at the units that took over, from today on. The old right
 * stays, so that what the old unit left behind can still be read and remedied. A unit without an heir leaves the choice
 * of the new one free within the administrator's units.
 *
 * @throws AppError `identity.grant_not_ended`, `identity.not_an_heir`, `identity.grant_outside`, `units.not_in_force`
 */
export async function passOnGrants(db: Db, actor: Actor, scope: UnitScope, items: readonly PassOn[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = identityDb(tx);
    await lockGrants(tables);
    const today = todayInVietnam();
    const waiting = await listEndedGrants(tx, scope, today);
    const passed: { ended: EndedGrant; unitId: string; unitName: string }[] = [];
    for (const { grantId, unitId } of items) {
      const ended = waiting.find((one) => one.grantId === grantId);
      if (!ended || passed.some((one) => one.ended === ended)) throw new AppError('conflict', 'identity.grant_not_ended');
      const unit = await requireUnitInForce(tx, unitId, today);
      const heir = ended.heirs.find((one) => one.id === unitId);
      if (!heir && ended.heirs.length > 0) throw new AppError('invalid', 'identity.not_an_heir', { unit: unit.name, old: ended.unit.name });
      if (!heir?.renamedOnly && !(await unitsInScope(tables, scope, [unitId]))) throw new AppError('forbidden', 'identity.grant_outside');
      await insertGrants(tables, ended.account.id, [{ ...ended.grant, unitId, validFrom: today }]);
      passed.push({ ended, unitId, unitName: unit.name });
    }
    for (const accountId of new Set(passed.map((one) => one.ended.account.id))) await touchAccount(tables, accountId);
    for (const { ended, unitId, unitName } of passed) {
      await recordAudit(tx, actor, {
        action: 'identity.grant_passed_on',
        subject: ['account', ended.account.id],
        unitId,
        data: { name: ended.account.name, role: ended.role, fromUnit: ended.unit.name, toUnit: unitName, validFrom: today },
      });
    }
  });
}
