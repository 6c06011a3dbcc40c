// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';

/**
 * What the rules, the years and the office hours are at this moment, as one short text: whatever changes in them changes
 * it. Days off change only together with their year, whose version and moment are part of the text.
 */
export async function readClockMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select current_database() || md5(concat_ws('|',
      (select string_agg(y::text, ',' order by y.year) from calendar.year y),
      (select string_agg(h::text, ',' order by h.id) from calendar.working_hours h),
      (select string_agg(r::text, ',' order by r.id) from dossiers.clock_rule r))) as mark`.execute(db);
  return rows[0]?.mark ?? '';
}
