// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';

/**
 * The measures of the statistics, and the sums of them that form II.06a shows: `handled` (column 3), `received_offline` (5),
 * `solved` (7), `on_time_or_closed` (9), `in_time` (12); `resolved` and `resolved_in_time` count results alone.
 */
export const listedMeasures = [
  'handled',
  'received',
  'received_offline',
  'carried',
  'solved',
  'early',
  'on_time',
  'on_time_or_closed',
  'late',
  'closed',
  'open',
  'in_time',
  'overdue',
  'resolved',
  'resolved_in_time',
] as const;
export type ListedMeasure = (typeof listedMeasures)[number];

/** The dossiers behind one number: those that a measure counts from `from` to before `until`. */
export type DossierFilter = {
  readonly unitId: string;
  readonly measure: ListedMeasure;
  readonly from: Day;
  readonly until: Day;
  readonly procedureIds: readonly string[] | null;
  readonly channels: readonly number[];
  /** The moment as of which a dossier still open is overdue. */
  readonly now: string;
};

export type DossierCursor = { readonly moment: string; readonly code: string };

export type ListedDossier = {
  readonly code: string;
  readonly unitId: string;
  readonly procedureId: string;
  readonly channel: number;
  readonly status: number;
  readonly generated: boolean;
  readonly applicantName: string;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly timeliness: number | null;
  /** The moment by which the list is ordered, newest first. */
  readonly moment: string;
};

/**
 * A page of the dossiers behind a number, newest first. Each unit below gives its own newest ones from its index; the page
 * is merged from these, so that it costs the same however many dossiers the number counts.
 */
export async function listCounted(db: Db, filter: DossierFilter, after: DossierCursor | null, limit: number): Promise<ListedDossier[]> {
  const branches = branchesOf(filter).map(({ moment, condition, place = sql`d.${sql.ref(moment)}` }) => {
    const before = after ? sql`and (d.${sql.ref(moment)}, d.code) < (${after.moment}::timestamptz, ${after.code})` : sql``;
    return sql`
      (select one.* from (select distinct descendant_id from units.lineage_by_unit where ancestor_id = ${filter.unitId}) unit
      cross join lateral (
        select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.channel, d.status, d.generated,
          d.applicant_name as "applicantName", d.received_at as "receivedAt", d.due_at as "dueAt", d.finished_at as "finishedAt",
          d.timeliness, d.${sql.ref(moment)} as moment
        from dossiers.dossier d
        where d.unit_id = unit.descendant_id and d.received_at is not null and ${condition} ${narrowed(filter)} ${before}
          and exists (select from units.lineage_by_unit span where span.ancestor_id = ${filter.unitId} and span.descendant_id = d.unit_id
            and (date_trunc('month', ${place}) + interval '1 month')::date - 1 between span.valid_from and span.valid_to)
        order by d.${sql.ref(moment)} desc, d.code desc
        limit ${limit}
      ) one)`;
  });
  const { rows } = await sql<ListedDossier>`
    select * from (${sql.join(branches, sql` union all `)}) as dossier order by moment desc, code desc limit ${limit}`.execute(db);
  return rows;
}

type Branch = {
  readonly moment: 'received_at' | 'finished_at';
  readonly condition: RawBuilder<unknown>;
  /** A dossier counts where its unit stood at the end of the month of this moment; of `moment` where it is not given. */
  readonly place?: RawBuilder<unknown>;
};

function branchesOf(filter: DossierFilter): Branch[] {
  const [from, until] = [sql`(${filter.from}::date)::timestamptz`, sql`(${filter.until}::date)::timestamptz`];
  // Written out, so that the index of late ones can be chosen.
  const finishedWithin = (...outcomes: number[]): Branch[] => [
    {
      moment: 'finished_at',
      condition: sql`d.finished_at >= ${from} and d.finished_at < ${until} and d.timeliness in (${sql.join(outcomes.map((outcome) => sql.lit(outcome)))})`,
    },
  ];
  const received: Branch = { moment: 'received_at', condition: sql`d.received_at >= ${from} and d.received_at < ${until}` };
  const overdueBy = sql`least(${until}, ${filter.now}::timestamptz)`;
  // What is open at a day that has begun stands where its unit stood then; what is open now, where it was received.
  const openAt = (at: RawBuilder<unknown>, more: RawBuilder<unknown>): Branch[] => {
    const place = sql`case when ${at} <= ${filter.now}::timestamptz then ${at} else d.received_at end`;
    return [
      { moment: 'received_at', condition: sql`d.finished_at is null and d.received_at < ${at} ${more}`, place },
      { moment: 'finished_at', condition: sql`d.finished_at >= ${at} and d.received_at < ${at} ${more}`, place },
    ];
  };
  switch (filter.measure) {
    case 'handled':
      return [received, ...openAt(from, sql``)];
    case 'received':
      return [received];
    case 'received_offline':
      return [{ ...received, condition: sql`${received.condition} and d.channel <> 2` }];
    case 'carried':
      return openAt(from, sql``);
    case 'solved':
      return finishedWithin(1, 2, 3, 4);
    case 'resolved':
      return finishedWithin(1, 2, 3);
    case 'resolved_in_time':
      return finishedWithin(1, 2);
    case 'early':
      return finishedWithin(1);
    case 'on_time':
      return finishedWithin(2);
    case 'on_time_or_closed':
      return finishedWithin(2, 4);
    case 'late':
      return finishedWithin(3);
    case 'closed':
      return finishedWithin(4);
    case 'open':
      return openAt(until, sql``);
    case 'in_time':
      return openAt(until, sql`and (d.due_at is null or d.due_at >= ${overdueBy})`);
    case 'overdue':
      return openAt(until, sql`and d.due_at < ${overdueBy}`);
  }
}

function narrowed(filter: DossierFilter): RawBuilder<unknown> {
  const channel = filter.channels.length === 3 ? sql`` : sql`and d.channel = any(${filter.channels})`;
  return filter.procedureIds ? sql`${channel} and d.procedure_id = any(${filter.procedureIds})` : channel;
}
