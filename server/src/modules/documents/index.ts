// SPDX-License-Identifier: Apache-2.0

export type { DocumentReference } from './data/documents.repo.ts';
export {
  type AttachmentKind,
  type Direction,
  type DocumentState,
  type Origin,
  type SourceMark,
  type UrgencyCode,
  urgencyNames,
} from './domain/document.ts';
export { type DocumentCode, documentCode, parseDocumentCode } from './domain/document-code.ts';
export { checkLegalForm, type LegalFormViolation } from './domain/legal-form/check-legal-form.ts';
export type { Confidentiality, DocumentTypeName, Urgency } from './domain/legal-form/document-types.ts';
export { documentTypeAbbreviations } from './domain/legal-form/document-types.ts';
export { figureRunsOf, looseNumbersOf } from './domain/legal-form/figure-runs.ts';
export type {
  Annex,
  AuthorityMark,
  Block,
  FigureRun,
  LegalDocument,
  Recipients,
  Run,
  Runs,
  Signer,
  TableColumn,
  WordRun,
} from './domain/legal-form/model.ts';
export type { PageForm, PageMargins } from './domain/legal-form/page-form.ts';
export { defaultPageForm, sealSpaceMm } from './domain/legal-form/page-form.ts';
export { documentDigits, documentSymbol, longDate, nationalMotto, nationalTitle } from './domain/legal-form/written-forms.ts';
export { type DocxOptions, renderDocx } from './rendering/render-docx.ts';
export { renderPdf } from './rendering/render-pdf.ts';
export { createDraft, type DraftInput } from './usecases/create-draft.ts';
export { countLegalBases } from './usecases/find-bases.ts';
export { type IssuedDocument, type IssueInput, issueDocument, issueNewDocument, type NewDocumentInput } from './usecases/issue-document.ts';
export { addBasis, attachFile, type BasisInput } from './usecases/link-documents.ts';
export { documentMeasures } from './usecases/offered-measures.ts';
export { type DocumentSheet, findDocumentByCode, getDocument, listDocuments, listDocumentTypes } from './usecases/read-documents.ts';
export { recallDocument } from './usecases/recall-document.ts';
export { type RecordedDocument, type RecordInput, recordDocument } from './usecases/record-document.ts';
export { seedDocumentTypes } from './usecases/seed-document-types.ts';

/** Tables of this module that other modules may join. */
export type DocumentsViews = {
  'documents.document': {
    id: string;
    code: string | null;
    subject: string;
    issued_on: string | null;
    type_code: string | null;
    unit_id: string;
  };
};
