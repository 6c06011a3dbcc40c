// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';

/**
 * The code by which a unit `u` numbers its dossiers: its own, else that of the unit above which has one with the unit's code
 * behind it (background: each province publishes its own table).
 */
export const agencyCode = sql<string>`coalesce(u.agency_code, (
      select a.agency_code || '.' || regexp_replace(u.code, '[^0-9A-Z]+', '.', 'g') from units.lineage l join units.unit a on a.id = l.ancestor_id
      where l.descendant_id = u.id and a.agency_code is not null order by length(a.agency_code) desc limit 1
    ), u.code)`;
