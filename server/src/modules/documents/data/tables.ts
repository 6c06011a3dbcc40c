// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { AuditTables } from '#platform/audit/audit';
import type { Db } from '#platform/db/db';
import type { AttachmentKind, Direction, DocumentState, Origin, SourceMark, UrgencyCode } from '../domain/document.ts';

export type DocumentsTables = {
  'documents.type': {
    code: string;
    name: string;
    abbreviation: string | null;
    position: number;
    legal_basis: string;
    valid_from: string;
    valid_to: string | null;
  };
  'documents.register': {
    id: string;
    unit_id: string;
    direction: Direction;
    year: number;
    type_code: string | null;
    name: string;
    first_number: Generated<number>;
    next_number: Generated<number>;
    last_dated_on: string | null;
    closed_at: string | null;
    created_at: Generated<string>;
    created_by: string;
  };
  'documents.register_closing': {
    id: string;
    register_id: string;
    action: 'closed' | 'reopened';
    reason: string | null;
    at: Generated<string>;
    actor_id: string;
    actor_name: string;
  };
  'documents.document': {
    id: string;
    unit_id: string;
    direction: Direction;
    origin: Origin;
    state: DocumentState;
    register_id: string | null;
    register_number: number | null;
    number: number | null;
    symbol: string | null;
    code: string | null;
    type_code: string | null;
    issued_on: string | null;
    received_on: string | null;
    acknowledged_at: string | null;
    issuer_unit_id: string | null;
    issuer_name: string;
    subject: string;
    signer_position: string | null;
    urgency: UrgencyCode | null;
    recipients: string | null;
    archive_holder: string | null;
    copies: number | null;
    handed_over_on: string | null;
    note: string | null;
    date_reason: string | null;
    replaces_id: string | null;
    source: SourceMark;
    source_note: string | null;
    paragraph: number | null;
    recalled_at: string | null;
    recall_reason: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string;
    updated_at: Generated<string>;
    updated_by: string;
    year: GeneratedAlways<number | null>;
    issuer_key: GeneratedAlways<string>;
    search: GeneratedAlways<string>;
  };
  'documents.legal_basis': {
    id: Generated<string>;
    document_id: string;
    based_on_id: string;
    note: string | null;
    created_at: Generated<string>;
    created_by: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    withdrawn_reason: string | null;
  };
  'documents.attachment': {
    id: string;
    document_id: string;
    file_id: string;
    kind: AttachmentKind;
    created_at: Generated<string>;
    created_by: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    withdrawn_reason: string | null;
  };
};

type FileView = {
  'platform.file': { id: string; sha256: string; size_bytes: number; name: string; media_type: string };
};

export type DocumentsDb = Db<DocumentsTables & UnitsViews & FileView & Pick<AuditTables, 'audit.entry'>>;

/** The same handle, narrowed to the tables this module may name. */
export function documentsDb<T>(db: Db<T>): DocumentsDb {
  return db as unknown as DocumentsDb;
}
