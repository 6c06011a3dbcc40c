// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Round, type RoundFilter, selectRounds } from '../../data/rounds.repo.ts';
import { selectRoundUnits } from '../../data/summary.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import type { VisitKind } from '../../domain/vocabulary.ts';
import { ownVisits, type Scope } from '../access/open-round.ts';
import { conclusionDeadline, loadDeadlineBasis } from './conclusion-deadline.ts';

export type RoundListRow = Pick<
  Round,
  'id' | 'title' | 'year' | 'form' | 'step' | 'teamName' | 'startsOn' | 'endsOn' | 'organisingUnitName' | 'mark' | 'full' | 'version'
> & {
  readonly units: readonly { readonly visitId: string; readonly unitName: string; readonly kind: VisitKind }[];
  readonly conclusionDueOn: Day | null;
  readonly deadlineState: string | null;
};

/** A page of the rounds a person may see, the newest first; a round seen through an own unit names only that unit. */
export async function listRounds(
  db: Db,
  actor: Actor,
  scope: Scope,
  input: RoundFilter & { readonly offset?: number | undefined; readonly limit?: number | undefined } = {},
  today: Day = todayInVietnam(),
): Promise<{ rows: RoundListRow[]; total: number }> {
  const own = inspectionsDb(db);
  const { offset = 0, limit = 50, ...filter } = input;
  const { rows, total } = await selectRounds(own, { roots: scope.roots, actorId: actor.id }, filter, { offset, limit });
  const units = await selectRoundUnits(
    own,
    rows.map((round) => round.id),
  );
  const mine = await ownVisits(
    db,
    scope,
    units.map((unit) => unit.visitId),
  );
  const basis = await loadDeadlineBasis(db);
  return {
    total,
    rows: rows.map((round) => {
      const deadline = conclusionDeadline(basis, round, today);
      const seen = units.filter((unit) => unit.roundId === round.id && (round.full || mine.has(unit.visitId)));
      return { ...round, units: seen, conclusionDueOn: deadline?.dueOn ?? null, deadlineState: deadline?.state ?? null };
    }),
  };
}
