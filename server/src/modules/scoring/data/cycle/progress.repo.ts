// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { CriteriaNode } from '../../domain/criteria/criteria-set.ts';
import type { Progress } from '../../domain/cycle/completeness.ts';
import { isScoredAt, type Stage } from '../../domain/cycle/stages.ts';
import type { CycleDb } from './tables.ts';

/** The scores of a round, or of some of its sheets or a group, in the order of their key: so they are grouped as they come, without a table of groups. */
function scoresOf(roundId: string, sheetIds: readonly string[] | undefined, group?: string): RawBuilder<unknown> {
  const grouped = group === undefined ? sql`` : sql`and ru.group_code = ${group}`;
  const narrowed = sheetIds ? sql`and s.round_unit_id = any(${[...sheetIds]}::uuid[])` : sql``;
  return sql`(select s.* from scoring.score s join scoring.round_unit ru on ru.id = s.round_unit_id
    where ru.round_id = ${roundId} ${grouped} ${narrowed} order by s.round_unit_id, s.item_code, s.stage offset 0) s`;
}

// The latest score of a stage in one number: its sequence above, what it was given in sight of below, 0 where that was not kept.
const packed = sql`s.sequence::bigint << 32 | coalesce(s.in_sight_of + 1, 0)`;

/** What `standingScore` says of a packed score: what it was given in sight of is all that the stages before it hold now. */
function stands(own: RawBuilder<unknown>, before: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const seen = sql`(${own} & 4294967295)`;
  const there = sql.join(
    before.map((one) => sql`coalesce(${one} >> 32, 0)`),
    sql` + `,
  );
  return sql`(${own} is not null and (${seen} = 0 or ${seen} - 1 = ${there}))`;
}

const latest = {
  self: sql`max(${packed}) filter (where s.stage = 'self')`,
  system: sql`max(${packed}) filter (where s.stage = 'system')`,
  appraised_1: sql`max(${packed}) filter (where s.stage = 'appraised_1')`,
  appraised_2: sql`max(${packed}) filter (where s.stage = 'appraised_2')`,
} as const satisfies Partial<Record<Stage, RawBuilder<unknown>>>;

const standing = {
  appraised_1: stands(sql`g.appraised_1`, [sql`g.self`, sql`g.system`]),
  appraised_2: stands(sql`g.appraised_2`, [sql`g.self`, sql`g.system`, sql`g.appraised_1`]),
} as const;

/** The items that have a standing score of an appraisal, by sheet; a sheet without any is not there. */
export async function selectAppraised(
  db: CycleDb,
  roundId: string,
  stage: 'appraised_1' | 'appraised_2',
  sheetIds?: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ sheetId: string; items: string[] }>`
    select g.sheet_id as "sheetId", json_agg(g.item_code) as items
    from (
      select s.round_unit_id as sheet_id, s.item_code, ${latest.self} as self, ${latest.system} as system,
        ${latest.appraised_1} as appraised_1, ${latest.appraised_2} as appraised_2
      from ${scoresOf(roundId, sheetIds)} group by s.round_unit_id, s.item_code
    ) g
    where ${standing[stage]} group by g.sheet_id`.execute(db);
  return new Map(rows.map(({ sheetId, items }) => [sheetId, new Set(items)]));
}

/** How far the sheets of a round have come, counted where the scores lie; the items are those of the sets, by group. */
export async function selectProgress(
  db: CycleDb,
  roundId: string,
  itemsOf: ReadonlyMap<string, readonly CriteriaNode[]>,
  sheetIds?: readonly string[],
): Promise<ReadonlyMap<string, Progress>> {
  const found = new Map<string, Progress>();
  for (const [group, items] of itemsOf)
    for (const { sheetId, ...progress } of await progressOf(db, roundId, group, items, sheetIds)) found.set(sheetId, progress);
  return found;
}

async function progressOf(
  db: CycleDb,
  roundId: string,
  group: string,
  items: readonly CriteriaNode[],
  sheetIds: readonly string[] | undefined,
): Promise<readonly (Progress & { readonly sheetId: string })[]> {
  const at = (stage: Stage) => sql`any(${items.filter((item) => isScoredAt(item, stage)).map(({ code }) => code)}::text[])`;
  const narrowed = sheetIds ? sql`and e.round_unit_id = any(${[...sheetIds]}::uuid[])` : sql``;
  const { rows } = await sql<Progress & { sheetId: string }>`
    with given as (
      select s.round_unit_id as sheet_id, s.item_code, ${latest.self} as self, ${latest.system} as system,
        ${latest.appraised_1} as appraised_1, ${latest.appraised_2} as appraised_2, bool_or(s.stage = 'survey') as survey,
        max(s.sequence * 2 + (s.note is not null)::int) filter (where s.stage = 'self') % 2 = 1 as explained
      from ${scoresOf(roundId, sheetIds, group)} group by s.round_unit_id, s.item_code
    ), counted as (
      select g.sheet_id, (count(*) filter (where g.self is not null and g.item_code = ${at('self')}))::int as scored,
        (count(*) filter (where g.explained and g.item_code = ${at('self')}))::int as explained,
        (count(*) filter (where (${standing.appraised_1} or ${standing.appraised_2}) and g.item_code = ${at('appraised_1')}))::int as appraised,
        (count(*) filter (where g.survey and g.item_code = ${at('survey')}))::int as surveyed
      from given g group by g.sheet_id
    ), proven as (
      select sheet_id, count(*)::int as items from (
        select distinct e.round_unit_id as sheet_id, e.item_code from scoring.evidence e
        join scoring.round_unit ru on ru.id = e.round_unit_id
        where ru.round_id = ${roundId} and ru.group_code = ${group} and e.item_code = ${at('self')} ${narrowed}
          and not exists (select from scoring.evidence_withdrawal w where w.evidence_id = e.id)
      ) evident group by sheet_id
    )
    select sheet_id as "sheetId", coalesce(c.scored, 0) as "selfScored", coalesce(p.items, 0) as "withEvidence",
      coalesce(c.explained, 0) as "withExplanation", coalesce(c.appraised, 0) as appraised, coalesce(c.surveyed, 0) as surveyed
    from counted c full join proven p using (sheet_id)`.execute(db);
  return rows;
}

/** How many of the items of a round, by group, have a standing score of the first appraisal; counted where the scores lie. */
export async function countAppraised(
  db: CycleDb,
  roundId: string,
  codesOf: ReadonlyMap<string, readonly string[]>,
  sheetIds?: readonly string[],
): Promise<number> {
  let sum = 0;
  for (const [group, codes] of codesOf) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count
      from (
        select ${latest.self} as self, ${latest.system} as system, ${latest.appraised_1} as appraised_1
        from ${scoresOf(roundId, sheetIds, group)} where s.item_code = any(${[...codes]}::text[]) group by s.round_unit_id, s.item_code
      ) g
      where ${standing.appraised_1}`.execute(db);
    sum += rows[0]?.count ?? 0;
  }
  return sum;
}
