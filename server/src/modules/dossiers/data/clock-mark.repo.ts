// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';
import { keptPlan } from '#platform/db/kept-plans';
import { agencyCode } from './agency-code.sql.ts';

/** Days off change only together with their year, whose version and moment are part of the text. */
const mark = sql<string>`current_database() || md5(concat_ws('|',
      (select string_agg(y::text, ',' order by y.year) from calendar.year y),
      (select string_agg(h::text, ',' order by h.id) from calendar.working_hours h),
      (select string_agg(r::text, ',' order by r.id) from dossiers.clock_rule r)))`;

/**
 * What the rules, the years and the office hours are at this moment, as one short text: whatever changes in them changes
 * it.
 */
export async function readClockMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`${keptPlan} select ${mark} as mark`.execute(db);
  return rows[0]?.mark ?? '';
}

/** The same, with the code by which a unit numbers its dossiers: every reception asks for both. */
export async function readReceivingMark(db: Db, unitId: string): Promise<{ mark: string; agencyCode: string }> {
  const { rows } = await sql<{ mark: string; agencyCode: string }>`${keptPlan}
    select ${mark} as mark, (select ${agencyCode} from units.unit u where u.id = ${unitId}) as "agencyCode"`.execute(db);
  const [found] = rows;
  return { mark: found?.mark ?? '', agencyCode: found?.agencyCode ?? '' };
}
