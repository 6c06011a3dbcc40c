// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import type { Db } from '#platform/db/db';
import type { SuccessionKind } from '../domain/plan-succession.ts';
import type { UnitLevel, UnitMark } from '../domain/unit.ts';

export type UnitsTables = {
  'units.unit': {
    id: string;
    code: string;
    level: UnitLevel;
    name: string;
    authority_name: string;
    document_symbol: string;
    agency_code: string | null;
    valid_from: string;
    valid_to: string | null;
    start_known: Generated<boolean>;
    mark: UnitMark | null;
    note: string | null;
    decision: string | null;
    search: GeneratedAlways<string>;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_by: string | null;
  };
  'units.membership': { unit_id: string; parent_id: string; valid_from: string; valid_to: string | null };
  'units.succession': {
    id: string;
    old_unit_id: string;
    new_unit_id: string | null;
    on_day: string;
    kind: SuccessionKind;
    divided: Generated<boolean>;
    decision: string | null;
    created_at: Generated<string>;
  };
  'units.correction': {
    unit_id: string;
    version: number;
    reason: string;
    changes: unknown;
    corrected_at: Generated<string>;
    corrected_by: string;
  };
  'units.lineage': { ancestor_id: string; descendant_id: string };
  'units.map': {
    id: string;
    as_of: string;
    file_name: string;
    sha256: string;
    size_bytes: number;
    uploaded_at: Generated<string>;
    uploaded_by: string;
  };
  'units.map_feature': { map_id: string; unit_id: string; geometry: unknown };
};

export type UnitsDb = Db<UnitsTables>;

/** The handle narrowed to this module's tables. */
export function unitsDb<T>(db: Db<T>): UnitsDb {
  return db as unknown as UnitsDb;
}
