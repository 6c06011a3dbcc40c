// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { ChecklistTables } from './checklist-tables.ts';
import type { FieldWorkTables } from './field-work-tables.ts';

type Edited = { updated_at: Generated<string>; updated_by: string; version: Generated<number> };

type RoundTables = {
  'inspections.round': Edited & {
    id: string;
    title: string;
    year: number;
    form: string;
    subject: Generated<string>;
    plan_document_id: string | null;
    decision_document_id: string | null;
    conclusion_document_id: string | null;
    previous_round_id: string | null;
    starts_on: string | null;
    ends_on: string | null;
    inspected_from: string | null;
    inspected_to: string | null;
    meeting_on: string | null;
    organising_unit_id: string;
    team_name: string;
    step: Generated<string>;
    checklist_version_id: string | null;
    report_to: string | null;
    report_outline: Generated<unknown>;
    conclusion_issued_on: string | null;
    mark: string | null;
    created_at: Generated<string>;
    search: GeneratedAlways<string>;
  };
  'inspections.team_member': {
    id: string;
    round_id: string;
    account_id: string | null;
    name: string | null;
    position: string;
    unit_id: string | null;
    role: string;
    reform_fields: string[];
    illustrative: Generated<boolean>;
    sort: number;
    withdrawn_at: string | null;
  };
  'inspections.visit': Edited & {
    id: string;
    round_id: string;
    unit_id: string;
    kind: string;
    visit_on: string | null;
    visit_to: string | null;
    timetable: Generated<unknown>;
    place: string | null;
    reform_fields: string[] | null;
    step: Generated<string>;
    report_text: string | null;
    report_file_id: string | null;
    unit_representatives: Generated<unknown>;
    unit_opinion: string | null;
    opened_at: string | null;
    closed_at: string | null;
    minutes_document_id: string | null;
    signed_on: string | null;
    illustrative: Generated<boolean>;
    sort: number;
    withdrawn_at: string | null;
  };
  'inspections.transition': {
    id: string;
    round_id: string;
    visit_id: string | null;
    unit_id: string;
    from_step: string | null;
    to_step: string;
    reason: string | null;
    at: Generated<string>;
    actor_id: string;
    actor_name: string;
  };
  'inspections.planned_self_inspection': {
    visit_id: string;
    unit_id: string;
    illustrative: Generated<boolean>;
    added_at: Generated<string>;
    added_by: string;
    withdrawn_at: string | null;
  };
  'inspections.output_file': {
    id: string;
    round_id: string;
    visit_id: string | null;
    kind: string;
    format: string;
    document_id: string;
    file_id: string;
    sha256: string;
    created_at: Generated<string>;
  };
  'inspections.withdrawn_link': {
    id: string;
    round_id: string;
    visit_id: string | null;
    kind: string;
    document_id: string | null;
    file_id: string | null;
    item_id: string | null;
    reason: string;
    at: Generated<string>;
    actor_id: string;
    actor_name: string;
  };
  'inspections.deadline_rule': {
    id: string;
    code: string;
    day_count: number;
    day_kind: string;
    counted_from: string;
    valid_from: string;
    valid_to: string | null;
    citation: string;
    certainty: string;
    note: Generated<string>;
    created_at: Generated<string>;
    created_by: Generated<string>;
    ended_by: string | null;
    end_reason: string | null;
    withdrawn_at: string | null;
    version: Generated<number>;
  };
};

/** What other modules and the platform publish and this module joins. */
type ForeignViews = UnitsViews & {
  'units.membership': { unit_id: string; parent_id: string; valid_from: string; valid_to: string | null };
  'documents.document': {
    id: string;
    code: string | null;
    type_code: string | null;
    issued_on: string | null;
    issuer_name: string;
    subject: string;
    state: string;
    unit_id: string;
  };
  'documents.type': { code: string; name: string };
  'identity.account': { id: string; name: string; disabled_at: string | null };
  'identity.position': {
    id: string;
    account_id: string;
    unit_id: string;
    title: string;
    valid_from: string;
    valid_to: string | null;
    withdrawn_at: string | null;
  };
  'identity.role_grant': {
    account_id: string;
    role: string;
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
    withdrawn_at: string | null;
  };
  'platform.file': { id: string; name: string; sha256: string; size_bytes: number; media_type: string; unit_id: string };
};

export type InspectionsDb = Db<RoundTables & FieldWorkTables & ChecklistTables & ForeignViews>;

/** The same handle, narrowed to the tables this module may name. */
export function inspectionsDb<T>(db: Db<T>): InspectionsDb {
  return db as unknown as InspectionsDb;
}
