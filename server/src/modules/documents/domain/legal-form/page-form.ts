// SPDX-License-Identifier: Apache-2.0

/** Margins of a sheet, in millimetres. */
export type PageMargins = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** What a document may choose about its sheet; everything else of the form is fixed. */
export type PageForm = {
  readonly marginsMm: PageMargins;
  readonly bodySizePt: 13 | 14;
  /** The long side lies across: for tables that are not an annex of their own (annex I, part I, section I.2). */
  readonly isAcross?: boolean;
};

/** A4, upright (Decree 30/2020/NĐ-CP, annex I, part I, section I.1 and I.2). */
export const paperMm = { width: 210, height: 297 } as const;

/** The sheet as it is read. */
export function paperOf({ isAcross = false }: Pick<PageForm, 'isAcross'>): { readonly width: number; readonly height: number } {
  return isAcross ? { width: paperMm.height, height: paperMm.width } : paperMm;
}

/** Least and greatest margin per side, in millimetres (Decree 30/2020/NĐ-CP, annex I, part I, section I.3). */
export const marginRangesMm = {
  top: [20, 25],
  bottom: [20, 25],
  left: [30, 35],
  right: [15, 20],
} as const satisfies Record<keyof PageMargins, readonly [number, number]>;

/** Least and greatest size of the body's letters, in points (Decree 30/2020/NĐ-CP, annex I, part I, section II.6). */
export const bodySizeRangePt = [13, 14] as const;

/** The sheet that the product uses unless a document says otherwise. */
export const defaultPageForm: PageForm = {
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  bodySizePt: 14,
};

/** First-line indent of body paragraphs: 1 or 1.27 cm (Decree 30/2020/NĐ-CP, annex I, part I, section II.6). */
export const firstLineIndentMm = 12.7;

/** Space after a body paragraph; the annex asks for 6 pt at least (section II.6). */
export const paragraphGapPt = 6;

/** Line spacing of the body, in lines; the annex allows 1 to 1.5 (section II.6). */
export const lineSpacing = 1.15;

/** Height left for a signature and a seal of 35-36 mm diameter, which covers a third of the signature (section II.8). */
export const sealSpaceMm = 24;

/** Sizes of the form's letters, in points, for a body size (Decree 30/2020/NĐ-CP, annex I, part I, sections II and III). */
export type FormSizes = {
  readonly nationalTitle: number;
  readonly motto: number;
  readonly agency: number;
  readonly number: number;
  readonly placeDate: number;
  readonly letterSubject: number;
  readonly mark: number;
  readonly body: number;
  readonly table: number;
  readonly recipientsHead: number;
  readonly recipients: number;
  readonly pageNumber: number;
  readonly drafterMark: number;
};

/**
 * Sizes that go together: the national title and the agency are one point below motto and body,
 * so that the national title stays on one line of its cell.
 */
export function formSizes(bodySizePt: PageForm['bodySizePt']): FormSizes {
  const small = bodySizePt - 1;
  return {
    nationalTitle: small,
    motto: bodySizePt,
    agency: small,
    number: 13,
    placeDate: bodySizePt,
    letterSubject: small,
    mark: 13,
    body: bodySizePt,
    table: 13,
    recipientsHead: 12,
    recipients: 11,
    pageNumber: 13,
    drafterMark: 11,
  };
}

/**
 * Share of the text width that the agency's column takes; the rest belongs to the national title,
 * which needs 95 mm at 13 pt and never wraps.
 */
export const agencyColumnShare = 0.4;

/** Share of the text width left of "Kính gửi:" when a list of addressees follows. */
export const addresseeIndentShare = 0.22;

/** Length of the stroke under agency and subject, as a share of the line; the annex asks for 1/3 to 1/2 (sections II.2 and II.5). */
export const shortStrokeShare = 0.4;
