// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

type Edited = { updated_at: Generated<string>; updated_by: string; version: Generated<number> };

/** Tables of what is declared, found and said at one inspected unit. */
export type FieldWorkTables = {
  'inspections.declared_figure': Edited & {
    id: string;
    visit_id: string;
    code: string;
    label: string;
    reform_field: string;
    kind: string;
    numerator: string | null;
    denominator: string | null;
    parts: Generated<unknown>;
    stated_percent: string | null;
    stated_text: string | null;
    unit_of_measure: Generated<string>;
    evidence_file_id: string | null;
    document_id: string | null;
    paragraph: number | null;
    note: string | null;
    sort: Generated<number>;
    withdrawn_at: string | null;
  };
  'inspections.recomputed_figure': {
    id: string;
    figure_id: string;
    numerator: string;
    denominator: string | null;
    source: string;
    at: Generated<string>;
    actor_id: string;
    actor_name: string;
  };
  'inspections.answer': {
    id: string;
    visit_id: string;
    item_id: string;
    verdict: string | null;
    note: string | null;
    illustrative: Generated<boolean>;
    paragraph: number | null;
    version: Generated<number>;
    updated_at: Generated<string>;
    updated_by_id: string;
    updated_by: string;
  };
  'inspections.answer_file': {
    answer_id: string;
    file_id: string;
    added_at: Generated<string>;
    added_by: string;
    withdrawn_at: string | null;
  };
  'inspections.sample': {
    id: string;
    visit_id: string;
    item_id: string | null;
    title: string;
    seed: number;
    population: unknown;
    size: number;
    chosen: unknown;
    results: Generated<unknown>;
    created_at: Generated<string>;
    updated_by: string;
    version: Generated<number>;
  };
  'inspections.statement': Edited & {
    id: string;
    round_id: string;
    visit_id: string | null;
    kind: string;
    text: string;
    reform_field: string | null;
    cause: string | null;
    severity: string | null;
    item_id: string | null;
    paragraph: number | null;
    addressed_to: string | null;
    sort: Generated<number>;
    withdrawn_at: string | null;
    withdrawn_reason: string | null;
  };
};
