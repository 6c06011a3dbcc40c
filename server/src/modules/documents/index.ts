// SPDX-License-Identifier: Apache-2.0

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
