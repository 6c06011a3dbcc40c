// SPDX-License-Identifier: Apache-2.0
import type { Confidentiality, DocumentTypeName, Urgency } from './document-types.ts';
import type { PageForm } from './page-form.ts';

type Emphasis = { readonly bold?: boolean; readonly italic?: boolean };

/** A value that stands for a stored figure and can be traced back to it by id. */
export type FigureRun = Emphasis & { readonly kind: 'figure'; readonly figureId: string; readonly text: string };

/**
 * Words between figures. Digits are allowed only in the kinds other than `text`: a calendar `date` or time,
 * the `citation` of a document, law or checklist item, the `ordinal` of a row, a `formality` of the paper itself
 * (originals, pages), a proper `name`, or a `quotation`: another's words, printed as given and attributed to them.
 */
export type WordRun = Emphasis & {
  readonly kind: 'text' | 'date' | 'citation' | 'ordinal' | 'formality' | 'name' | 'quotation';
  readonly text: string;
};

/** A stretch of a line with one meaning and one look. */
export type Run = FigureRun | WordRun;
export type Runs = readonly Run[];

export type TableColumn = { readonly widthShare: number; readonly align: 'left' | 'center' | 'right' };

/** A part of the body, from top to bottom. */
export type Block =
  | { readonly kind: 'legal_basis'; readonly runs: Runs }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly label: string; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs; readonly align?: 'justify' | 'center' }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly header: readonly Runs[];
      readonly rows: readonly (readonly Runs[])[];
    };

/** By what right a person signs (Decree 30/2020/NĐ-CP, art. 13 and annex I, part I, section II.7). */
export type AuthorityMark = 'TM.' | 'Q.' | 'KT.' | 'TL.' | 'TUQ.';

/** One signer: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, then the own position, then the name. Line breaks are kept. */
export type Signer = {
  readonly authority: readonly { readonly mark: AuthorityMark; readonly of: string }[];
  readonly position: string | null;
  readonly note?: string;
  readonly name: string;
};

/** Element 9; `archive` is what follows "Lưu:", for example `VT, CCHC`. */
export type Recipients = { readonly lines: readonly string[]; readonly archive: string };

/** An annex starts on its own sheet and counts its own pages (annex I, part I, section III.1). */
export type Annex = { readonly label: string; readonly title: string; readonly body: readonly Block[] };

/**
 * A document in the form of Decree 30/2020/NĐ-CP, art. 8(2): the nine elements and the optional ones.
 * Number and date are held as they are written, so that `checkLegalForm` can judge documents from elsewhere too;
 * `written-forms.ts` writes them correctly.
 */
export type LegalDocument = {
  readonly stage: 'draft' | 'for_signature' | 'issued';
  readonly type: DocumentTypeName;
  /** Element 1. */
  readonly nationalTitle: string;
  readonly motto: string;
  /** Element 2; line breaks inside a name are kept. */
  readonly issuer: { readonly superior: string | null; readonly name: string };
  /** Element 3; `digits` is null until the number is issued. */
  readonly number: { readonly digits: string | null; readonly symbol: string };
  /** Element 4. */
  readonly placeAndDate: { readonly place: string; readonly dateText: string };
  /** Element 5; `title` is null for an official letter. */
  readonly title: string | null;
  readonly subject: string;
  /** "Kính gửi:" of letters, submissions and reports. */
  readonly addressees: readonly string[];
  /** Element 6. */
  readonly body: readonly Block[];
  /** Elements 7 and 8; several signers stand side by side. */
  readonly signers: readonly Signer[];
  readonly sealSpaceMm: number;
  /** Element 9. */
  readonly recipients: Recipients;
  readonly urgency: Urgency | null;
  readonly confidentiality: Confidentiality | null;
  readonly drafterMark: string | null;
  readonly annexes: readonly Annex[];
  readonly page: PageForm;
};
