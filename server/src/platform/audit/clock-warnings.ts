// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '../db/db.ts';

const toleratedSeconds = 120;

/**
 * What speaks against the clock at a start, in sentences: an audit entry from the future, or a database server with another time.
 * Numbers and dates of documents follow the clock, so somebody should look; the program starts all the same, because the wrong moment
 * may be the earlier one.
 */
export async function clockWarnings(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ apart: number; ahead: number | null; last: string | null }>`
    select extract(epoch from clock_timestamp() - ${now.toISOString()}::timestamptz)::float8 as apart,
      extract(epoch from e.at - ${now.toISOString()}::timestamptz)::float8 as ahead, to_char(e.at, 'HH24:MI DD/MM/YYYY') as last
    from (select) as one left join (select at from audit.entry order by sequence desc limit 1) as e on true`.execute(db);
  const { apart = 0, ahead = null, last = null } = rows[0] ?? {};
  const warnings: string[] = [];
  if (Math.abs(apart) > toleratedSeconds)
    warnings.push(
      `Đồng hồ của máy chủ cơ sở dữ liệu và của chương trình lệch nhau ${Math.round(Math.abs(apart))} giây. Hãy chỉnh giờ (NTP) trước khi cấp số văn bản.`,
    );
  if (ahead !== null && ahead > toleratedSeconds)
    warnings.push(`Đồng hồ máy chủ chậm hơn dòng nhật ký cuối (${last}). Hãy kiểm tra ngày giờ của máy trước khi cấp số văn bản.`);
  return warnings;
}
