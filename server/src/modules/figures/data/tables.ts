// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { ExportState } from '../domain/export.ts';
import type { Lane, Origin, OriginInUse } from '../domain/figure.ts';
import type { FigureMark, IndicatorContent } from '../domain/indicator.ts';
import type { Operator } from '../domain/validation.ts';

export type RevisionTable = {
  unit_id: string;
  indicator_id: string;
  period: string;
  lane: Lane;
  number: number;
  id: string;
  indicator_number: number;
  period_from: string;
  period_to: string;
  origin: Origin;
  withdrawn: boolean;
  numerator: string | null;
  denominator: string | null;
  measures: unknown;
  evidence_file_id: string | null;
  file_name: string | null;
  file_row: number | null;
  issuer: string | null;
  citation: string | null;
  note: string | null;
  mark: FigureMark | null;
  entered_by_name: string | null;
  entered_at: string | null;
  recorded_at: Generated<string>;
  recorded_by: string;
  recorded_by_name: string;
};

export type DraftState = 'open' | 'saved' | 'discarded';

export type FiguresTables = {
  'figures.indicator': {
    id: string;
    code: string;
    unit_id: string;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
  };
  'figures.indicator_version': {
    indicator_id: string;
    number: number;
    name: string;
    reform_field: IndicatorContent['reformField'];
    kind: IndicatorContent['kind'];
    unit_of_measure: string;
    numerator_label: string;
    numerator_measure: string | null;
    denominator_label: string | null;
    denominator_measure: string | null;
    scale: string;
    decimals: number;
    aggregation: IndicatorContent['aggregation'];
    period_kinds: string[];
    direction: IndicatorContent['direction'];
    good_from: string | null;
    warn_from: string | null;
    legal_basis: string | null;
    mark: FigureMark | null;
    note: string | null;
    valid_from: string;
    valid_to: string | null;
    recorded_at: Generated<string>;
    recorded_by: string;
  };
  'figures.revision': RevisionTable;
  'figures.cell': {
    unit_id: string;
    indicator_id: string;
    period: string;
    period_to: string;
    own_number: number;
    own_origin: Origin | null;
    own_numerator: string | null;
    own_denominator: string | null;
    official_number: number;
    official_numerator: string | null;
    official_denominator: string | null;
    numerator: string | null;
    denominator: string | null;
    origin: OriginInUse | null;
    parts: number;
    changed_at: string;
    changed_by: string;
  };
  'figures.validation_rule': {
    id: string;
    code: string;
    sentence: string;
    left_terms: unknown;
    operator: Operator;
    right_terms: unknown;
    importance: 'error' | 'warning';
    legal_basis: string | null;
    mark: FigureMark | null;
    valid_from: string;
    valid_to: string | null;
    recorded_at: Generated<string>;
    recorded_by: string;
  };
  'figures.snapshot_cell': {
    snapshot_id: string;
    indicator_id: string;
    indicator_number: number | null;
    numerator: string | null;
    denominator: string | null;
    origin: OriginInUse | null;
    own_number: number;
    official_number: number;
    parts: number;
  };
  'figures.import_draft': {
    id: string;
    unit_id: string;
    period: string;
    file_name: string;
    sha256: string;
    state: Generated<DraftState>;
    content: unknown;
    created_at: Generated<string>;
    created_by: string;
    created_by_name: string;
    settled_at: string | null;
    settled_by: string | null;
  };
  'figures.export': {
    id: string;
    unit_id: string;
    question: unknown;
    state: ExportState;
    rows_done: Generated<number>;
    rows_total: number;
    sha256: string | null;
    size_bytes: number | null;
    problem: string | null;
    attempts: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
    created_by_name: string;
    touched_at: Generated<string>;
    expires_at: string | null;
  };
  'figures.snapshot': {
    id: string;
    unit_id: string;
    period: string;
    period_to: string;
    number: number;
    approved_at: Generated<string>;
    approved_by: string;
    approved_by_name: string;
    note: string | null;
  };
};

export type FiguresDb = Db<FiguresTables & UnitsViews>;

/** The handle narrowed to the tables this module may name. */
export function figuresDb<T>(db: Db<T>): FiguresDb {
  return db as unknown as FiguresDb;
}
