// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { DocumentsViews } from '#modules/documents';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { Phase, UnitState } from '../../domain/cycle/phases.ts';
import type { Stage } from '../../domain/cycle/stages.ts';
import type { CriteriaTables } from '../tables.ts';

type Acted = { at: Generated<string>; actor_id: string; actor_name: string };

export type RoundTables = {
  'scoring.round': {
    id: string;
    year: number;
    title: string;
    organising_unit_id: string;
    as_of: string;
    phase: Generated<Phase>;
    phase_since: string;
    decision_document_id: string | null;
    mark: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
    updated_at: Generated<string>;
    updated_by: string;
  };
  'scoring.round_phase': {
    round_id: string;
    phase: Phase;
    opens_on: string | null;
    closes_on: string | null;
    working_days: number | null;
  };
  'scoring.round_group': { round_id: string; code: string; name: string; set_id: string; position: number };
  'scoring.round_unit': {
    id: string;
    round_id: string;
    group_code: string;
    unit_id: string;
    state: Generated<UnitState>;
    approved_at: string | null;
    approved_by: string | null;
    version: Generated<number>;
    updated_at: Generated<string>;
    updated_by: string;
  };
  'scoring.round_extension': Acted & { id: string; round_unit_id: string; phase: Phase; closes_on: string; reason: string };
  'scoring.round_event': Acted & {
    id: string;
    round_id: string;
    round_unit_id: string | null;
    from_state: string | null;
    to_state: string;
    reason: string | null;
  };
};

export type ScoreTables = {
  'scoring.score': Acted & {
    round_unit_id: string;
    item_code: string;
    stage: Stage;
    sequence: number;
    input: unknown;
    outcome: 'scored' | 'not_applicable';
    points: string;
    note: string | null;
    source: string | null;
    origin: unknown;
    in_sight_of: number | null;
  };
  'scoring.evidence': Acted & {
    id: string;
    round_unit_id: string;
    item_code: string;
    file_id: string | null;
    document_id: string | null;
    sha256: string | null;
    name: string;
    place: string | null;
    dated_on: string | null;
    expires_on: string | null;
  };
  'scoring.evidence_withdrawal': Acted & { evidence_id: string; reason: string };
  'scoring.objection': Acted & { id: string; round_unit_id: string; item_code: string; text: string; due_on: string | null };
  'scoring.objection_answer': Acted & { objection_id: string; accepted: boolean; text: string };
  'scoring.survey_import': Acted & {
    id: string;
    round_id: string;
    number: number;
    file_name: string;
    sha256: string;
    rows: number;
    answers: number;
  };
  'scoring.survey_count': {
    import_id: string;
    round_unit_id: string;
    item_code: string;
    respondent_group: string;
    answer: string;
    count: number;
  };
  'scoring.survey_group': { round_id: string; code: string; name: string; population: number; error_permille: number };
  'scoring.publication': Acted & {
    id: string;
    round_id: string;
    number: number;
    content: string;
    sha256: string;
    decision_document_id: string;
  };
};

export type CycleDb = Db<RoundTables & ScoreTables & CriteriaTables & UnitsViews & DocumentsViews>;

/** The handle narrowed to what rounds of scoring may name. */
export function cycleDb<T>(db: Db<T>): CycleDb {
  return db as unknown as CycleDb;
}
