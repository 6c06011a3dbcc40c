// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';
import type { DaySpan } from '../domain/statistics/period.ts';

/** How the dossiers received in a span of days stand: each is in exactly one of the last four. */
export type ReceivedRow = {
  readonly unitId: string;
  readonly span: number;
  readonly direct: number;
  readonly online: number;
  readonly postal: number;
  readonly finishedInTime: number;
  readonly finishedLate: number;
  readonly openInTime: number;
  readonly openLate: number;
};

/**
 * Dossiers of units and of those below each of them by the span of their receipt. One that is still open is compared with `moment`; one
 * ended without a result (refused, withdrawn) by the moment of its end; one without any limit is in time.
 */
export async function receivedIn(
  db: Db,
  unitIds: readonly string[],
  spans: readonly (DaySpan & { readonly moment: string })[],
): Promise<ReceivedRow[]> {
  const late = sql`(d.timeliness = 3 or (d.timeliness = 4 and d.due_at is not null and d.finished_at > d.due_at))`;
  const { rows } = await sql<ReceivedRow>`
    select l.ancestor_id as "unitId", s.ordinality::int as span,
      count(*) filter (where d.channel = 1)::int as direct, count(*) filter (where d.channel = 2)::int as online,
      count(*) filter (where d.channel = 3)::int as postal,
      count(*) filter (where d.finished_at is not null and not ${late})::int as "finishedInTime",
      count(*) filter (where d.finished_at is not null and ${late})::int as "finishedLate",
      count(*) filter (where d.finished_at is null and (d.due_at is null or d.due_at >= s.moment))::int as "openInTime",
      count(*) filter (where d.finished_at is null and d.due_at < s.moment)::int as "openLate"
    from unnest(${spans.map(({ from }) => from)}::date[], ${spans.map(({ until }) => until)}::date[],
      ${spans.map(({ moment }) => moment)}::timestamptz[]) with ordinality as s (from_day, until_day, moment, ordinality)
    join units.lineage_by_unit l on l.ancestor_id = any(${[...unitIds]}::uuid[])
    join dossiers.dossier d on d.unit_id = l.descendant_id
      and d.received_at >= s.from_day::timestamptz and d.received_at < s.until_day::timestamptz
      and (date_trunc('month', d.received_at) + interval '1 month')::date - 1 between l.valid_from and l.valid_to
    group by l.ancestor_id, s.ordinality`.execute(db);
  return rows;
}
