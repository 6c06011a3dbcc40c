// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { ProceduresViews } from '#modules/procedures';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { ApplyMode, ImportState } from '../../domain/import/states.ts';

export type ImportTable = {
  id: string;
  unit_id: string;
  file_name: string;
  sha256: string;
  size_bytes: number;
  origin: number;
  generated: Generated<boolean>;
  state: ImportState;
  columns: unknown;
  shape: unknown;
  bytes_read: Generated<number>;
  rows_read: Generated<number>;
  rows_good: Generated<number>;
  rows_bad: Generated<number>;
  faults: Generated<number>;
  faults_kept: Generated<number>;
  mode: ApplyMode | null;
  inserted: number | null;
  updated: number | null;
  unchanged: number | null;
  older: number | null;
  failure: unknown;
  cancel_asked: Generated<boolean>;
  created_at: Generated<string>;
  created_by: string;
  created_by_name: string;
  work_began_at: string | null;
  work_ended_at: string | null;
  settled_at: string | null;
  settled_by: string | null;
  settled_by_name: string | null;
};

export type ImportFaultTable = {
  import_id: string;
  position: number;
  line: number;
  column_number: number | null;
  column_name: string | null;
  value: string | null;
  reason: string;
  params: unknown;
};

export type ImportMappingTable = {
  id: string;
  unit_id: string;
  name: string;
  columns: unknown;
  version: Generated<number>;
  updated_at: Generated<string>;
  updated_by: string;
};

export type PortalRunTable = {
  id: string;
  unit_id: string;
  base_address: string;
  request: unknown;
  state: 'running' | 'done' | 'stopped';
  calls_planned: number;
  failure: unknown;
  created_at: Generated<string>;
  created_by: string;
  created_by_name: string;
  settled_at: string | null;
};

export type PortalResponseTable = {
  run_id: string;
  position: number;
  path: string;
  request: unknown;
  http_status: number;
  sha256: string;
  size_bytes: number;
  tries: number;
  received_at: Generated<string>;
};

export type ImportsTables = {
  'dossiers.import': ImportTable;
  'dossiers.import_fault': ImportFaultTable;
  'dossiers.import_mapping': ImportMappingTable;
  'dossiers.portal_run': PortalRunTable;
  'dossiers.portal_response': PortalResponseTable;
};

export type ImportsDb = Db<ImportsTables & UnitsViews & Pick<ProceduresViews, 'procedures.procedure' | 'procedures.version'>>;

/** The same handle, narrowed to the tables of the imports and what they are matched with. */
export function importsDb<T>(db: Db<T>): ImportsDb {
  return db as unknown as ImportsDb;
}

/** Name of the working table of one import; made of its identifier, so that it can stand in a statement. */
export function workingTable(importId: string): string {
  return `dossiers.import_row_${importId.replace(/[^0-9a-f]/g, '')}`;
}
