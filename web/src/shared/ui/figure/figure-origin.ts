// SPDX-License-Identifier: Apache-2.0

/** `href` leads to the records or the evidence behind this part. */
export type FigurePart = { readonly value: string; readonly label: string; readonly href?: string };

/** All that a figure rests on; what is not known is left out, never guessed. */
export type FigureOrigin = {
  /** What the number is, in one sentence. */
  readonly sentence: string;
  readonly numerator?: FigurePart;
  readonly denominator?: FigurePart;
  /** What the numerator leaves out of the denominator, such as the items that lack evidence. */
  readonly rest?: FigurePart;
  /** The records, evidence or import row behind it. */
  readonly source?: string | null;
  readonly recordedBy?: string | null;
  readonly recordedAt?: string | null;
  /** How it is computed, in words. */
  readonly rule?: string | null;
  /** The law or document that the rule rests on. */
  readonly law?: string | null;
  readonly asOf?: string | null;
  /** Page that lists the records behind the number. */
  readonly recordsHref?: string;
  /** Opens the records where they stand on the same page. */
  readonly onOpenRecords?: () => void;
  /** Both values where the printed one and the recomputed one differ. */
  readonly inconsistent?: { readonly declared: string; readonly recomputed: string; readonly explanation?: string | null };
  /** The figure is being questioned; both readings are in the explanation. */
  readonly contested?: { readonly explanation: string };
};
