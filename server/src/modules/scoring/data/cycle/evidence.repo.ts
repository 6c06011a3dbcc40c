// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import type { FlaggedSort } from '../../domain/evidence/flags.ts';
import type { CycleDb } from './tables.ts';

export type Evidence = {
  readonly id: string;
  readonly roundUnitId: string;
  readonly itemCode: string;
  readonly fileId: string | null;
  readonly documentId: string | null;
  readonly sha256: string | null;
  readonly name: string;
  readonly place: string | null;
  readonly datedOn: string | null;
  readonly expiresOn: string | null;
  readonly at: string;
  readonly actorName: string;
};

export type NewEvidence = Omit<Evidence, 'id' | 'at' | 'actorName'>;

const columns = [
  'e.id',
  'e.round_unit_id as roundUnitId',
  'e.item_code as itemCode',
  'e.file_id as fileId',
  'e.document_id as documentId',
  'e.sha256',
  'e.name',
  'e.place',
  'e.dated_on as datedOn',
  'e.expires_on as expiresOn',
  'e.at',
  'e.actor_name as actorName',
] as const;

function standing(db: CycleDb) {
  return db
    .selectFrom('scoring.evidence as e')
    .leftJoin('scoring.evidence_withdrawal as w', 'w.evidence_id', 'e.id')
    .select(columns)
    .where('w.evidence_id', 'is', null);
}

/** Evidence of a sheet that was not withdrawn. */
export async function selectEvidence(db: CycleDb, roundUnitId: string): Promise<Evidence[]> {
  return standing(db).where('e.round_unit_id', '=', roundUnitId).orderBy('e.at').execute();
}

/** Evidence of all sheets of a round; of some sheets only, what stands there and what is the same on other sheets. */
export async function selectRoundEvidence(db: CycleDb, roundId: string, sheetIds?: readonly string[]): Promise<Evidence[]> {
  return standing(db)
    .innerJoin('scoring.round_unit as ru', 'ru.id', 'e.round_unit_id')
    .where('ru.round_id', '=', roundId)
    .$if(sheetIds !== undefined, (query) => query.where(comparedWith(sheetIds ?? [])))
    .orderBy('e.at')
    .execute();
}

/** Evidence of some sheets, and what has the same content as theirs. */
function comparedWith(sheetIds: readonly string[]): RawBuilder<SqlBool> {
  const there = sql`select k.sha256, k.document_id from scoring.evidence k where k.round_unit_id = any(${[...sheetIds]}::uuid[])`;
  return sql<SqlBool>`(e.round_unit_id = any(${[...sheetIds]}::uuid[]) or e.sha256 in (select sha256 from (${there}) t)
    or e.document_id in (select document_id from (${there}) t))`;
}

// What String.trim() takes away.
const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * The evidence of a round that bears a sign, as `flagEvidence` gives them, found where the evidence lies: a round of thousands of units
 * has hundreds of thousands of pieces.
 */
function flagged({ id, year }: JudgedRound, sheetIds: readonly string[] | undefined): RawBuilder<unknown> {
  return sql`with paper as materialized (
      select e.id, e.round_unit_id, e.item_code, e.at, coalesce(e.sha256, e.document_id::text, e.id::text) as content,
        nullif(btrim(e.place, ${blanks}), '') as place,
        coalesce(e.expires_on < make_date(${year}, 12, 31), false)::int
          + coalesce(extract(year from e.dated_on) <> ${year}, false)::int as dated
      from scoring.evidence e join scoring.round_unit ru on ru.id = e.round_unit_id
      where ru.round_id = ${id} and not exists (select from scoring.evidence_withdrawal w where w.evidence_id = e.id)
        and ${sheetIds ? comparedWith(sheetIds) : sql`true`}
    ), used as materialized (
      select p.* from paper p join (select content from paper group by content having count(*) > 1) c on c.content = p.content
    ), many_units as (
      select content from used group by content having count(distinct round_unit_id) > 1
    ), many_items as (
      select content, round_unit_id, place from used group by content, round_unit_id, place having count(distinct item_code) > 1
    ), counted as (
      select p.id, p.round_unit_id, p.item_code, p.at, p.dated + (p.content in (select content from many_units))::int
        + ((p.content, p.round_unit_id, coalesce(p.place, '')) in (select content, round_unit_id, coalesce(place, '') from many_items))::int as signs
      from paper p
    ), flagged as materialized (select * from counted where signs > 0)`;
}

type JudgedRound = { readonly id: string; readonly year: number };

/** How many pieces of evidence of each sheet of a round, or of some of its sheets, bear a sign. */
export async function countFlagged(db: CycleDb, round: JudgedRound, sheetIds?: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sheetId: string; count: number }>`${flagged(round, sheetIds)}
    select round_unit_id as "sheetId", count(*)::int as count from flagged group by round_unit_id`.execute(db);
  return new Map(rows.map(({ sheetId, count }) => [sheetId, count]));
}

export type FlaggedOrder = {
  readonly sort: FlaggedSort;
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
};

/** The codes of items in the order of their sets; sheets come in the order of their units. */
type Places = { readonly sheetIds: readonly string[]; readonly itemCodes: readonly string[] };

function flaggedOrder(
  { sort, order }: FlaggedOrder,
  { sheetIds, itemCodes }: Places,
): { joined: RawBuilder<unknown>; by: RawBuilder<unknown> } {
  const to = order === 'asc' ? sql`asc` : sql`desc`;
  switch (sort) {
    case 'at':
      return { joined: sql``, by: sql`r.at ${to}` };
    case 'signs':
      return { joined: sql``, by: sql`r.signs ${to}, r.at` };
    case 'unit':
      return {
        joined: sql`join unnest(${[...sheetIds]}::uuid[]) with ordinality as o (id, place) on o.id = r.round_unit_id`,
        by: sql`o.place ${to}, r.at`,
      };
    case 'item':
      return {
        joined: sql`left join unnest(${[...itemCodes]}::text[]) with ordinality as o (code, place) on o.code = r.item_code`,
        by: sql`o.place ${to}, r.at`,
      };
    case 'paper':
      return {
        joined: sql`join scoring.evidence e on e.id = r.id and e.round_unit_id = r.round_unit_id`,
        by: sql`e.name collate "vi-x-icu" ${to}, r.at`,
      };
  }
}

/** A page of the evidence with signs on some sheets of a round, and how many pieces of how many sheets there are. */
export async function selectFlaggedPage(
  db: CycleDb,
  round: JudgedRound & { readonly full: boolean },
  places: Places,
  page: FlaggedOrder,
): Promise<{ readonly papers: readonly Evidence[]; readonly total: number; readonly units: number }> {
  const { sheetIds } = places;
  const { joined, by } = flaggedOrder(page, places);
  const { rows } = await sql<{ ids: string[]; total: number; units: number }>`${flagged(round, round.full ? undefined : sheetIds)},
    reached as materialized (select * from flagged where round_unit_id = any(${[...sheetIds]}::uuid[]))
    select array(select r.id from reached r ${joined} order by ${by}, r.id offset ${page.offset} limit ${page.limit})::text[] as ids,
      (select count(*)::int from reached) as total, (select count(distinct round_unit_id)::int from reached) as units`.execute(db);
  const { ids = [], total = 0, units = 0 } = rows[0] ?? {};
  const found = new Map((await standing(db).where(sql<SqlBool>`e.id = any(${ids}::uuid[])`).execute()).map((paper) => [paper.id, paper]));
  return { papers: ids.flatMap((id) => found.get(id) ?? []), total, units };
}

/** Evidence of a round that has the same content as some of it, earliest first; the pieces themselves are among it. */
export async function selectSameContent(db: CycleDb, roundId: string, papers: readonly Evidence[]): Promise<Evidence[]> {
  const [files, documents] = [papers.flatMap(({ sha256 }) => sha256 ?? []), papers.flatMap(({ documentId }) => documentId ?? [])];
  const ids = papers.map(({ id }) => id);
  return standing(db)
    .innerJoin('scoring.round_unit as ru', 'ru.id', 'e.round_unit_id')
    .where('ru.round_id', '=', roundId)
    .where(sql<SqlBool>`(e.id = any(${ids}::uuid[]) or e.sha256 = any(${files}::text[]) or e.document_id = any(${documents}::uuid[]))`)
    .orderBy('e.at')
    .execute();
}

/** How many pieces of evidence some items of some sheets have, by sheet and item. */
export async function countPapers(
  db: CycleDb,
  pairs: readonly { readonly sheetId: string; readonly itemCode: string }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sheetId: string; itemCode: string; count: number }>`
    select e.round_unit_id as "sheetId", e.item_code as "itemCode", count(*)::int as count
    from unnest(${pairs.map(({ sheetId }) => sheetId)}::uuid[], ${pairs.map(({ itemCode }) => itemCode)}::text[]) as p (sheet_id, item_code)
    join scoring.evidence e on e.round_unit_id = p.sheet_id and e.item_code = p.item_code
    where not exists (select from scoring.evidence_withdrawal w where w.evidence_id = e.id)
    group by e.round_unit_id, e.item_code`.execute(db);
  return new Map(rows.map(({ sheetId, itemCode, count }) => [`${sheetId} ${itemCode}`, count]));
}

/** Evidence that was taken back, with who did it and why. */
export type WithdrawnEvidence = Evidence & { readonly reason: string; readonly withdrawnAt: string; readonly withdrawnBy: string };

/** Evidence of a sheet that was withdrawn, in the order in which that happened. */
export async function selectWithdrawn(db: CycleDb, roundUnitId: string): Promise<WithdrawnEvidence[]> {
  return db
    .selectFrom('scoring.evidence as e')
    .innerJoin('scoring.evidence_withdrawal as w', 'w.evidence_id', 'e.id')
    .select([...columns, 'w.reason', 'w.at as withdrawnAt', 'w.actor_name as withdrawnBy'])
    .where('e.round_unit_id', '=', roundUnitId)
    .orderBy('w.at')
    .execute();
}

export async function insertEvidence(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  rows: readonly NewEvidence[],
): Promise<readonly string[]> {
  const values = rows.map((row) => ({
    id: newId(),
    round_unit_id: row.roundUnitId,
    item_code: row.itemCode,
    file_id: row.fileId,
    document_id: row.documentId,
    sha256: row.sha256,
    name: row.name,
    place: row.place,
    dated_on: row.datedOn,
    expires_on: row.expiresOn,
    actor_id: actor.id,
    actor_name: actor.name,
  }));
  for (let from = 0; from < values.length; from += 3_000)
    await db
      .insertInto('scoring.evidence')
      .values(values.slice(from, from + 3_000))
      .execute();
  return values.map(({ id }) => id);
}

export async function insertWithdrawal(db: CycleDb, actor: Pick<Actor, 'id' | 'name'>, evidenceId: string, reason: string): Promise<void> {
  await db
    .insertInto('scoring.evidence_withdrawal')
    .values({ evidence_id: evidenceId, reason, actor_id: actor.id, actor_name: actor.name })
    .execute();
}
