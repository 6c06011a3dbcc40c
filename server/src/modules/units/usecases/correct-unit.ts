// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type Correctable, type FieldChange, findFirstParent, insertCorrection, updateUnit } from '../data/corrections.repo.ts';
import { listSuccessions } from '../data/relations.repo.ts';
import { askRules, lockTree, renewLineage } from '../data/structure.repo.ts';
import type { UnitsDb } from '../data/tables.ts';
import type { Unit, UnitMark } from '../domain/unit.ts';
import { getUnitToChange } from './read-units.ts';
import { refuseDoubles } from './refuse-doubles.ts';
import { rehearsable } from './rehearsable.ts';

export type CorrectUnitInput = {
  readonly version: number;
  /** Why what stood there was wrong; kept with the correction. */
  readonly reason: string;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly authorityName?: string | undefined;
  readonly documentSymbol?: string | undefined;
  readonly agencyCode?: string | null | undefined;
  readonly validFrom?: Day | undefined;
  readonly decision?: string | null | undefined;
  readonly mark?: UnitMark | null | undefined;
  readonly note?: string | null | undefined;
  readonly dryRun?: boolean | undefined;
};

const keys = ['code', 'name', 'authorityName', 'documentSymbol', 'agencyCode', 'validFrom', 'decision', 'mark', 'note'] as const;

/**
 * Mends what was written wrongly about a unit and keeps what stood there. The names it really bore before stay: a true
 * change of name is `renameUnit`, which ends the unit and begins its successor. A first day may be mended to an earlier
 * one; to a later one only before it has come, because papers of the days between may already name the unit.
 *
 * @throws AppError `units.not_found`, `units.nothing_corrected`, `units.code_taken`, `units.name_taken`,
 *   `units.start_by_succession`, `units.start_not_later`, `units.outside_parent`, `units.dates_reversed`, `platform.stale`
 */
export async function correctUnit<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  input: CorrectUnitInput,
): Promise<{ unit: Unit; changes: FieldChange[] }> {
  return rehearsable(db, input.dryRun ?? false, {
    work: async (db) => {
      await lockTree(db);
      const before = await getUnitToChange(db, scope, id, input.version);
      const given = Object.fromEntries(keys.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])));
      const after: Unit = { ...before, ...given };
      const changes = keys.flatMap((field) => (after[field] === before[field] ? [] : [{ field, from: before[field], to: after[field] }]));
      if (changes.length === 0) throw new AppError('invalid', 'units.nothing_corrected');
      await refuseWrongStart(db, before, after);
      await refuseDoubles(db, after, (await findFirstParent(db, id, before.validFrom)) ?? null);
      await updateUnit(db, before, after satisfies Correctable, actor.name);
      await insertCorrection(db, id, { version: before.version + 1, reason: input.reason, changes, correctedBy: actor.name });
      await renewLineage(db);
      await askRules(db);
      const startKnown = before.startKnown || after.validFrom !== before.validFrom;
      return { unit: { ...after, startKnown, version: before.version + 1 }, changes };
    },
    tell: (db, { changes }) =>
      recordAudit(db, actor, {
        action: 'units.corrected',
        subject: ['unit', id],
        unitId: id,
        data: { reason: input.reason, changes: Object.fromEntries(changes.map(({ field, from, to }) => [field, { from, to }])) },
      }),
  });
}

async function refuseWrongStart(db: UnitsDb, before: Unit, after: Unit): Promise<void> {
  if (after.validFrom === before.validFrom) return;
  if (after.validTo !== null && after.validTo < after.validFrom) throw new AppError('invalid', 'units.dates_reversed');
  const [origin] = await listSuccessions(db, { roots: null }, before.id, 'predecessors');
  if (origin) throw new AppError('conflict', 'units.start_by_succession', { name: before.name, day: vietnameseDay(origin.onDay) });
  if (after.validFrom > before.validFrom && before.validFrom <= todayInVietnam())
    throw new AppError('conflict', 'units.start_not_later', { name: before.name, day: vietnameseDay(before.validFrom) });
}
