// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { Db } from '#platform/db/db';
import type { Certainty, SetLevel, SetState } from '../domain/criteria/criteria-set.ts';

export type CriteriaTables = {
  'scoring.criteria_set': {
    id: string;
    level: SetLevel;
    year: number;
    number: number;
    title: string;
    state: Generated<SetState>;
    certainty: Certainty;
    valid_from: string;
    valid_to: string | null;
    content: unknown;
    sha256: string | null;
    from_set_id: string | null;
    superseded_by: string | null;
    published_at: string | null;
    published_by: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
    updated_at: Generated<string>;
    updated_by: string;
  };
  'scoring.criteria_node': {
    set_id: string;
    code: string;
    parent_code: string | null;
    position: number;
    kind: string;
    name: string;
    /** Decimal text such as `1.500000`. */
    maximum: string;
    method: string | null;
    appraiser_field: string | null;
    is_item: boolean;
  };
};

export type ScoringDb = Db<CriteriaTables>;

/** The handle narrowed to the tables this module may name. */
export function scoringDb<T>(db: Db<T>): ScoringDb {
  return db as unknown as ScoringDb;
}
