// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { WorkState } from '../domain/desk/work-state.ts';
import type { DossiersDb } from './tables.ts';

/** Which open dossiers are asked for. */
export type WorkFilter = {
  /** The unit whose subtree is shown; every unit of the scope where null. */
  readonly unitId: string | null;
  /** An account, or `none` for dossiers that nobody has been given. */
  readonly handler: string | null;
  readonly procedureId: string | null;
  readonly state: WorkState | null;
  readonly search: string | null;
  readonly now: string;
  readonly soonUntil: string;
};

/** The last dossier of a page; `dueAt` null among those without a due moment, which stand at the end. */
export type WorkCursor = { readonly dueAt: string | null; readonly code: string };

export type WorkRow = {
  readonly code: string;
  readonly unitId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly channel: number;
  readonly status: number;
  readonly generated: boolean;
  readonly applicantName: string;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly pausedAt: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly version: number;
};

/**
 * A page of open dossiers, the nearest due moment first. Each unit gives its own nearest ones from the index of open
 * dossiers (`dossier_open`), the page is merged from these.
 */
export async function listWork(
  db: Db,
  scope: Pick<UnitScope, 'roots'>,
  filter: WorkFilter,
  after: WorkCursor | null,
  limit: number,
): Promise<WorkRow[]> {
  const branches = branchesOf(filter, after).map(
    (condition) => sql`
      (select one.* from (${unitsOf(scope, filter.unitId)}) unit cross join lateral (
        select d.* from dossiers.dossier d
        where d.unit_id = unit.id and d.finished_at is null and d.status not in (3, 7, 10) and ${condition} ${narrowed(filter)}
        order by d.due_at, d.code limit ${limit}
      ) one)`,
  );
  if (branches.length === 0) return [];
  const { rows } = await sql<Omit<WorkRow, 'handlerName'>>`
    select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.procedure_version as "procedureVersion", d.channel, d.status,
      d.generated, d.applicant_name as "applicantName", d.submitted_at as "submittedAt", d.received_at as "receivedAt",
      d.due_at as "dueAt", d.paused_at as "pausedAt", d.handler_id as "handlerId", d.version
    from (select * from (${sql.join(branches, sql` union all `)}) as every order by due_at, code limit ${limit}) as d
    order by d.due_at, d.code`.execute(db);
  const names = await handlerNames(
    db,
    rows.filter((row) => row.handlerId !== null),
  );
  return rows.map((row) => ({ ...row, handlerName: names.get(`${row.unitId} ${row.code}`) ?? null }));
}

/** Who was named last when each of these dossiers was given to somebody. */
async function handlerNames(db: Db, given: readonly { code: string; unitId: string }[]): Promise<Map<string, string>> {
  if (given.length === 0) return new Map();
  const { rows } = await sql<{ code: string; unitId: string; name: string }>`
    select distinct on (s.unit_id, s.code) s.code, s.unit_id as "unitId", s.details->>'handlerName' as name from dossiers.step s
    where s.unit_id = any(${[...new Set(given.map((row) => row.unitId))]}::uuid[]) and s.code = any(${given.map((row) => row.code)})
      and s.details ? 'handlerName'
    order by s.unit_id, s.code, s.seq desc`.execute(db);
  return new Map(rows.map((row) => [`${row.unitId} ${row.code}`, row.name]));
}

/** The units themselves, from the lineage that lies beside their dossiers. */
function unitsOf(scope: Pick<UnitScope, 'roots'>, unitId: string | null): RawBuilder<unknown> {
  const roots = unitId === null ? scope.roots : [unitId];
  const below = roots === null ? sql`` : sql`where ancestor_id = any(${[...roots]}::uuid[])`;
  return sql`select distinct descendant_id as id from units.lineage_by_unit ${below}`;
}

/** Dossiers with a due moment, then those without: each part is one stretch of the index. */
function branchesOf(filter: WorkFilter, after: WorkCursor | null): RawBuilder<unknown>[] {
  const [now, soon] = [sql`${filter.now}::timestamptz`, sql`${filter.soonUntil}::timestamptz`];
  const dated: Readonly<Record<WorkState, RawBuilder<unknown> | null>> = {
    new: null,
    paused: null,
    overdue: sql`d.due_at < ${now}`,
    due_soon: sql`d.due_at >= ${now} and d.due_at <= ${soon}`,
    in_time: sql`d.due_at > ${soon}`,
  };
  const undated: Readonly<Record<WorkState, RawBuilder<unknown> | null>> = {
    new: sql`d.status = 1`,
    paused: sql`d.status in (5, 6, 8)`,
    overdue: null,
    due_soon: null,
    in_time: sql`d.status in (2, 4)`,
  };
  const withDue = filter.state ? dated[filter.state] : sql`true`;
  const withoutDue = filter.state ? undated[filter.state] : sql`true`;
  const pastDated = after?.dueAt ? sql`(d.due_at, d.code) > (${after.dueAt}::timestamptz, ${after.code})` : sql`true`;
  const pastUndated = after && after.dueAt === null ? sql`d.code > ${after.code}` : sql`true`;
  return [
    ...(withDue && after?.dueAt !== null ? [sql`d.due_at is not null and ${withDue} and ${pastDated}`] : []),
    ...(withoutDue ? [sql`d.due_at is null and ${withoutDue} and ${pastUndated}`] : []),
  ];
}

function narrowed({ handler, procedureId, search }: WorkFilter): RawBuilder<unknown> {
  const byHandler =
    handler === null ? sql`` : handler === 'none' ? sql`and d.handler_id is null` : sql`and d.handler_id = ${handler}::uuid`;
  const byProcedure = procedureId === null ? sql`` : sql`and d.procedure_id = ${procedureId}::uuid`;
  const bySearch = search
    ? sql`and (strpos(upper(d.code), upper(${search})) > 0 or strpos(platform.fold(d.applicant_name), platform.fold(${search})) > 0)`
    : sql``;
  return sql`${byHandler} ${byProcedure} ${bySearch}`;
}

/** How many open dossiers each account has; those who have none are left out. */
export async function countOpenOf(db: DossiersDb, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select handler_id as id, count(*)::int as count from dossiers.dossier
    where handler_id = any(${[...accountIds]}::uuid[]) and finished_at is null and status not in (3, 7, 10) group by handler_id`.execute(
    db,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
