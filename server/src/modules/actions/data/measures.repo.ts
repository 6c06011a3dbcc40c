// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { type RecommendationState, waitingForUnit } from '../domain/recommendation-states.ts';
import type { ActionsDb } from './tables.ts';

/** Recommendations that a measure counts, of those that their units have been given and nobody took back. */
export type CountedRecommendations =
  /** Due on one of the days, which has passed; with `settled`, whose remediation was accepted by the end of the last day, or was reported in time too. */
  | { readonly due: 'in_span'; readonly settled?: 'accepted' | 'accepted_in_time' }
  /** Still waiting for the unit when the last day ended, although the deadline's day had passed. */
  | { readonly due: 'passed' };

type Span = { readonly from: Day; readonly to: Day };

export type MeasuredRecommendation = { readonly id: string; readonly originTitle: string; readonly text: string; readonly dueOn: string };

/** Each unit with the count of its recommendations and those of the units below it as the tree stood when the days end. */
export async function countMeasured(
  db: ActionsDb,
  unitIds: readonly string[],
  counted: CountedRecommendations,
  span: Span,
  today: Day,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ unitId: string; count: number }>`
    select span.ancestor_id as "unitId", count(*)::int as count from ${measured(counted, span, today)}
    and span.ancestor_id = any(${unitIds}) group by span.ancestor_id`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row.count]));
}

/** The recommendations behind a count, the latest deadline first. */
export async function listMeasured(
  db: ActionsDb,
  unitId: string,
  counted: CountedRecommendations,
  span: Span,
  today: Day,
  page: { readonly offset: number; readonly limit: number },
): Promise<MeasuredRecommendation[]> {
  const { rows } = await sql<MeasuredRecommendation>`
    select r.id, r.origin_title as "originTitle", r.text, r.due_on as "dueOn" from ${measured(counted, span, today)}
    and span.ancestor_id = ${unitId} order by r.due_on desc, r.id desc offset ${page.offset} limit ${page.limit}`.execute(db);
  return rows;
}

/**
 * Ends in a condition, so that more can follow with `and`. Moves recorded after the last day are not looked at, yet a recommendation of
 * an earlier year that was written down later counts there; deadline and unit are those of today.
 */
function measured(counted: CountedRecommendations, { from, to }: Span, today: Day): RawBuilder<unknown> {
  const ended = sql`(${to}::date + 1)::timestamptz`;
  return sql`units.lineage_span span
    join actions.recommendation r on r.unit_id = span.descendant_id and ${to}::date between span.valid_from and span.valid_to
      and r.released_at is not null and r.withdrawn_at is null
    left join lateral (
      select e.to_state as state from actions.recommendation_event e
      where e.recommendation_id = r.id and e.at < ${ended} order by e.at desc, e.id desc limit 1
    ) as last on true
    where ${counted.due === 'passed' ? passed(to, today) : sql`r.due_on between ${from} and ${to} and r.due_on < ${today} ${settled(counted.settled, ended)}`}`;
}

function passed(to: Day, today: Day): RawBuilder<unknown> {
  const open: RecommendationState = 'open';
  return sql`r.due_on <= ${to} and r.due_on < ${today} and coalesce(last.state, ${open}) = any(${waitingForUnit})`;
}

function settled(how: 'accepted' | 'accepted_in_time' | undefined, ended: RawBuilder<unknown>): RawBuilder<unknown> {
  if (how === undefined) return sql``;
  const accepted: RecommendationState = 'accepted';
  const reported: RecommendationState = 'reported';
  const inTime = sql`and (
    select max(e.at) from actions.recommendation_event e
    where e.recommendation_id = r.id and e.at < ${ended} and e.to_state = ${reported} and e.from_state <> ${reported}
  ) < (r.due_on + 1)::timestamptz`;
  return sql`and last.state = ${accepted} ${how === 'accepted_in_time' ? inTime : sql``}`;
}
