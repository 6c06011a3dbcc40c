// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';

/** One dossier; moments are ISO texts, codes are those of `domain/status.ts`. */
export type DossierTable = {
  code: string;
  unit_id: string;
  procedure_id: string;
  procedure_version: number;
  channel: number;
  status: number;
  origin: number;
  generated: Generated<boolean>;
  applicant_name: string;
  subject: string | null;
  submitted_at: string | null;
  received_at: string | null;
  due_at: string | null;
  computed_due_at: string | null;
  paused_at: string | null;
  finished_at: string | null;
  returned_at: string | null;
  timeliness: number | null;
  handler_id: string | null;
  state_at: string;
  import_id: string | null;
  version: Generated<number>;
};

export type StepTable = {
  code: string;
  unit_id: string;
  seq: number;
  event: number;
  from_status: number | null;
  status: number;
  at: string;
  recorded_at: Generated<string>;
  due_at: string | null;
  actor_id: string | null;
  actor_name: string | null;
  import_id: string | null;
  reason: string | null;
  details: unknown;
};

export type ApplicantTable = {
  code: string;
  unit_id: string;
  kind: Generated<number>;
  identity_number: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
};

export type ClockRuleTable = {
  id: string;
  code: string;
  value: unknown;
  enabled: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
  citation: string;
  mark: string | null;
  version: Generated<number>;
  updated_by: Generated<string | null>;
  recorded_at: Generated<string>;
  reason: Generated<string | null>;
  end_reason: Generated<string | null>;
  replaced_until: Generated<string | null>;
};

export type TallyChangeTable = {
  id: Generated<number>;
  unit_id: string;
  procedure_id: string;
  channel: number;
  timeliness: number | null;
  received_at: string;
  due_at: string | null;
  finished_at: string | null;
  sign: number;
};

export type HandedPaperTable = {
  code: string;
  unit_id: string;
  position: number;
  paper_code: string;
  name: string;
  required: boolean;
  originals: number;
  copies: number;
  handed: boolean;
  note: string | null;
};

export type SerialTable = { unit_id: string; day: string; last: number };

export type AttachmentTable = {
  id: string;
  code: string;
  unit_id: string;
  kind: string;
  name: string;
  file_id: string;
  added_at: Generated<string>;
  added_by: string;
};

export type DossiersTables = {
  'dossiers.dossier': DossierTable;
  'dossiers.step': StepTable;
  'dossiers.applicant': ApplicantTable;
  'dossiers.clock_rule': ClockRuleTable;
  'dossiers.tally_change': TallyChangeTable;
  'dossiers.handed_paper': HandedPaperTable;
  'dossiers.serial': SerialTable;
  'dossiers.attachment': AttachmentTable;
};

export type DossiersDb = Db<DossiersTables & UnitsViews>;

/** The same handle, narrowed to the tables this module may name. */
export function dossiersDb<T>(db: Db<T>): DossiersDb {
  return db as unknown as DossiersDb;
}
