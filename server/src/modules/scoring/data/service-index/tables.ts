// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';

export type PortalUnitTable = {
  key: string;
  code: string | null;
  name: string;
  level: string | null;
  is_province: boolean;
  province_key: string;
  unit_id: string | null;
  updated_at: Generated<string>;
};

export type IndexSourceTable = {
  id: string;
  unit_id: string;
  kind: 'portal_run' | 'file' | 'kept_table';
  name: string;
  sha256: string;
  size_bytes: number;
  portal_run_id: string | null;
  portal_position: number | null;
  period_type: 'month' | 'quarter' | 'year';
  period_from: string;
  period_to: string;
  procedure: string | null;
  as_of: string;
  note: string | null;
  rows: number;
  created_at: Generated<string>;
  created_by: string;
  created_by_name: string;
};

/** Points and ratios are decimal texts. */
export type IndexRowTable = {
  source_id: string;
  position: number;
  place: string;
  unit_key: string;
  group_code: string;
  metric_code: string;
  counts: unknown;
  metric_scores: unknown;
  official_ratio: string | null;
  official_score: string | null;
  official_maximum: string | null;
  data_quality: string | null;
  computed_ratio: string | null;
  computed_score: string | null;
  rules_number: number;
};

export type ServiceIndexDb = Db<
  {
    'scoring.portal_unit': PortalUnitTable;
    'scoring.index_source': IndexSourceTable;
    'scoring.index_row': IndexRowTable;
  } & UnitsViews
>;

/** The handle narrowed to the tables of the service index. */
export function serviceIndexDb<T>(db: Db<T>): ServiceIndexDb {
  return db as unknown as ServiceIndexDb;
}
