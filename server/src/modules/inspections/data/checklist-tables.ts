// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

/** Tables of the versioned checklist. */
export type ChecklistTables = {
  'inspections.checklist_version': {
    id: string;
    number: number;
    title: string;
    state: Generated<string>;
    valid_from: string | null;
    published_at: string | null;
    updated_at: Generated<string>;
    updated_by: string;
    version: Generated<number>;
  };
  'inspections.checklist_field': { version_id: string; code: string; reform_field: string; name: string; position: number };
  'inspections.checklist_item': {
    id: string;
    version_id: string;
    field_code: string;
    code: string;
    text: string;
    evidence: Generated<string>;
    source: Generated<string>;
    certainty: string;
    retired_at: string | null;
    version: Generated<number>;
  };
};
