// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import type { DocumentsViews } from '#modules/documents';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { CompetenceTask, LimitUnit, ProcedureLevel, ProcedureMark } from '../domain/procedure.ts';

export type DraftState = 'open' | 'saved' | 'discarded';

export type ProceduresTables = {
  'procedures.sector': {
    id: string;
    code: string;
    name: string;
    mark: ProcedureMark | null;
    search: GeneratedAlways<string>;
    created_at: Generated<string>;
    created_by: string;
  };
  'procedures.procedure': {
    id: string;
    code: string;
    national_code: GeneratedAlways<string | null>;
    unit_id: string;
    mark: ProcedureMark | null;
    note: string | null;
    search: GeneratedAlways<string>;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
    updated_at: Generated<string>;
    updated_by: string;
  };
  'procedures.version': {
    procedure_id: string;
    number: number;
    name: string;
    sector_id: string;
    level: ProcedureLevel;
    /** Decimal text such as `15.00`. */
    limit_amount: string | null;
    limit_unit: LimitUnit | null;
    limit_text: string | null;
    fee_amount: number | null;
    fee_text: string | null;
    papers: unknown;
    published_on: string | null;
    updated_on: string | null;
    valid_from: string;
    valid_to: string | null;
    mark: ProcedureMark | null;
    note: string | null;
    late_reason: string | null;
    replaced_until: string | null;
    search: GeneratedAlways<string>;
    recorded_at: Generated<string>;
    recorded_by: string;
  };
  'procedures.competent_unit': { procedure_id: string; number: number; unit_id: string; task: CompetenceTask };
  'procedures.legal_basis': { procedure_id: string; number: number; position: number; citation: string; document_id: string | null };
  'procedures.online_regime': {
    code: string;
    name: string;
    citation: string;
    valid_from: string;
    valid_to: string | null;
    mark: ProcedureMark | null;
  };
  'procedures.online_level': {
    regime: string;
    level: string;
    name: string;
    rank: number;
    can_submit: boolean;
    needs_justification: boolean;
  };
  'procedures.online_service': {
    id: string;
    procedure_id: string;
    regime: string;
    level: string;
    valid_from: string;
    valid_to: string | null;
    justification: string | null;
    address: string | null;
    mark: ProcedureMark | null;
    recorded_at: Generated<string>;
    recorded_by: string;
  };
  'procedures.import_draft': {
    id: string;
    unit_id: string;
    file_name: string;
    sha256: string;
    state: Generated<DraftState>;
    content: unknown;
    created_at: Generated<string>;
    created_by: string;
    created_by_name: string;
    settled_at: string | null;
    settled_by: string | null;
    result: unknown;
  };
};

export type ProceduresDb = Db<ProceduresTables & UnitsViews & DocumentsViews>;

/** The handle narrowed to the tables this module may name. */
export function proceduresDb<T>(db: Db<T>): ProceduresDb {
  return db as unknown as ProceduresDb;
}
