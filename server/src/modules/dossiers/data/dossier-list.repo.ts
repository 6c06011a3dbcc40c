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
  /** Units right below whose dossiers, and those of every unit below them, are left out. */
  readonly exceptUnitIds: readonly string[];
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

/** How many windows of time a page is looked for in before all of it. */
const mostWindows = 3;
const hour = 3_600_000;
const mostHours = 24 * 3_660;

/**
 * A page of the dossiers behind a number, newest first. Each unit below gives its own newest ones from its index; the page
 * is merged from these, so that it costs the same however many dossiers the number counts. A busy province fills a page within an hour,
 * be that before a holiday of a week, and a commune within days: how much a window holds tells how long the next one must be.
 */
export async function listCounted(db: Db, filter: DossierFilter, after: DossierCursor | null, limit: number): Promise<ListedDossier[]> {
  let last = Math.min(Date.parse(`${filter.until}T00:00:00+07:00`), Date.parse(after?.moment ?? filter.now));
  let hours = 1;
  for (let window = 0; window < mostWindows; window += 1) {
    const rows = await newestSince(db, filter, after, limit, new Date(last - hours * hour).toISOString());
    if (rows.length >= limit) return rows;
    if (rows.length > 0) hours = Math.min(mostHours, hours * Math.max(3, (1.5 * limit) / rows.length));
    else {
      const [newest] = await newestSince(db, filter, after, 1, null);
      if (!newest) return [];
      last = Date.parse(newest.moment);
    }
  }
  return newestSince(db, filter, after, limit, null);
}

async function newestSince(
  db: Db,
  filter: DossierFilter,
  after: DossierCursor | null,
  limit: number,
  since: string | null,
): Promise<ListedDossier[]> {
  // Units that stood below one of those all the time are not looked into; what is open now stands where it was received, however long ago.
  const except =
    filter.exceptUnitIds.length > 0
      ? sql`and not exists (select from units.lineage_by_unit span where span.ancestor_id = any(${filter.exceptUnitIds}) and span.descendant_id = below.descendant_id
          and span.valid_from = '-infinity' and span.valid_to >= (date_trunc('month', ${filter.until}::date) + interval '1 month')::date)`
      : sql``;
  const branches = branchesOf(filter).map(({ moment, condition, place = moment }) => {
    const before = after ? sql`and (${moment}, d.code) < (${after.moment}::timestamptz, ${after.code})` : sql``;
    const within = since ? sql`and ${moment} >= ${since}::timestamptz` : sql``;
    return sql`
      (select one.* from (select distinct descendant_id from units.lineage_by_unit below where ancestor_id = ${filter.unitId} ${except}) unit
      cross join lateral (
        select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.channel, d.status, d.generated,
          d.applicant_name as "applicantName", d.received_at as "receivedAt", d.due_at as "dueAt", d.finished_at as "finishedAt",
          d.timeliness, ${moment} as moment
        from dossiers.dossier d
        where d.unit_id = unit.descendant_id and d.received_at is not null and ${condition} ${narrowed(filter)} ${before} ${within}
          and ${stoodBelow([filter.unitId], place)} ${filter.exceptUnitIds.length > 0 ? sql`and not ${stoodBelow(filter.exceptUnitIds, place)}` : sql``}
        order by ${moment} desc, d.code desc
        limit ${limit}
      ) one)`;
  });
  const { rows } = await sql<ListedDossier>`
    select * from (${sql.join(branches, sql` union all `)}) as dossier order by moment desc, code desc limit ${limit}`.execute(db);
  return rows;
}

/** The unit of a dossier stood below one of the units at the end of the month of a moment. */
function stoodBelow(unitIds: readonly string[], place: RawBuilder<unknown>): RawBuilder<unknown> {
  const above = unitIds.length === 1 ? sql`span.ancestor_id = ${unitIds[0]}` : sql`span.ancestor_id = any(${unitIds})`;
  return sql`exists (select from units.lineage_by_unit span where ${above} and span.descendant_id = d.unit_id
    and (date_trunc('month', ${place}) + interval '1 month')::date - 1 between span.valid_from and span.valid_to)`;
}

type Branch = {
  readonly moment: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
  /** A dossier counts where its unit stood at the end of the month of this moment; of `moment` where it is not given. */
  readonly place?: RawBuilder<unknown>;
};

const start = (day: Day): RawBuilder<unknown> => sql`(${day}::date)::timestamptz`;
const receivedAt = sql`d.received_at`;
const finishedAt = sql`d.finished_at`;
/** When an open dossier became overdue, as in the index `dossier_fell_due`. */
const fellDueAt = sql`greatest(d.due_at, d.received_at)`;
const longTime = sql`interval '30 days'`;
/** As in the condition of the index `dossier_long`. */
const tookLong = sql`d.finished_at - d.received_at > ${longTime}`;

function branchesOf(filter: DossierFilter): Branch[] {
  const [from, until] = [start(filter.from), start(filter.until)];
  // Written out, so that the index of late ones can be chosen.
  const finishedWithin = (...outcomes: number[]): Branch[] => [
    {
      moment: finishedAt,
      condition: sql`d.finished_at >= ${from} and d.finished_at < ${until} and d.timeliness in (${sql.join(outcomes.map((outcome) => sql.lit(outcome)))})`,
    },
  ];
  const received: Branch = { moment: receivedAt, condition: sql`d.received_at >= ${from} and d.received_at < ${until}` };
  const overdueBy = sql`least(${until}, ${filter.now}::timestamptz)`;
  // What is open at a day that has begun stands where its unit stood then; what is open now, where it was received.
  const placeAt = (at: RawBuilder<unknown>) => sql`case when ${at} <= ${filter.now}::timestamptz then ${at} else d.received_at end`;
  const openAt = (day: Day, more = sql``): Branch[] => {
    const at = start(day);
    const branch = (condition: RawBuilder<unknown>): Branch => ({
      moment: receivedAt,
      condition: sql`${condition} ${more}`,
      place: placeAt(at),
    });
    const open = branch(sql`d.finished_at is null and d.received_at < ${at}`);
    if (Date.parse(`${day}T00:00:00+07:00`) > Date.parse(filter.now))
      return [open, branch(sql`d.received_at < ${at} and d.finished_at >= ${at}`)];
    // Nearly all are done within a month and lie close to the day, so they are found by their receipt; the others have an index of their
    // own. The end is written so that no index of ends is walked instead.
    const stood = sql`d.received_at < ${at} and d.finished_at + interval '0' >= ${at}`;
    return [
      open,
      branch(sql`${stood} and d.received_at >= ${at} - ${longTime} and not ${tookLong}`),
      branch(sql`${stood} and ${tookLong}`),
    ];
  };
  const stillOverdue = sql`d.due_at is not null and (d.finished_at is null or ${fellDueAt} < d.finished_at)
    and (d.finished_at is null or d.finished_at + interval '0' >= ${until}) and d.due_at < ${overdueBy}`;
  const overdue = [
    sql`${stillOverdue} and ${fellDueAt} < ${overdueBy}`,
    // Received by a clock that is ahead.
    sql`${stillOverdue} and d.received_at >= ${overdueBy} and d.received_at < ${until}`,
  ].map((condition): Branch => ({ moment: fellDueAt, condition, place: placeAt(until) }));
  switch (filter.measure) {
    case 'handled':
      return [received, ...openAt(filter.from)];
    case 'received':
      return [received];
    case 'received_offline':
      return [{ ...received, condition: sql`${received.condition} and d.channel <> 2` }];
    case 'carried':
      return openAt(filter.from);
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
      return openAt(filter.until);
    case 'in_time':
      return openAt(filter.until, sql`and (d.due_at is null or d.due_at >= ${overdueBy})`);
    case 'overdue':
      return overdue;
  }
}

function narrowed(filter: DossierFilter): RawBuilder<unknown> {
  const channel = filter.channels.length === 3 ? sql`` : sql`and d.channel = any(${filter.channels})`;
  return filter.procedureIds ? sql`${channel} and d.procedure_id = any(${filter.procedureIds})` : channel;
}
