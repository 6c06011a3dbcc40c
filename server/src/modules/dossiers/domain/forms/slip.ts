// SPDX-License-Identifier: Apache-2.0
import type { FormKind } from './form-list.ts';

export type SlipBlock =
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly share: number; readonly align: 'left' | 'center' }[];
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type SlipPaper = { readonly widthMm: number; readonly heightMm: number; readonly bodyPt: number };

export type SlipSigner = { readonly title: string; readonly note: string; readonly name: string };

/** A printed form of the one-stop desk, as Word file and PDF alike. */
export type Slip = {
  /** "Mẫu số 01 · Thông tư 01/2018/TT-VPCP" */
  readonly basis: string;
  readonly title: string;
  readonly paper: SlipPaper;
  /** The unit that issues it. */
  readonly agency: string;
  readonly dateLine: string;
  /** Written below the title and into the QR code; null for the register. */
  readonly code: string | null;
  readonly blocks: readonly SlipBlock[];
  readonly signers: readonly SlipSigner[];
};

/** A5 upright for what the applicant takes home, A5 broad for the slip that goes with the dossier, A4 broad for the register. */
export function paperOf(kind: FormKind): SlipPaper {
  if (kind === 'register') return { widthMm: 297, heightMm: 210, bodyPt: 10 };
  return kind === 'control' ? { widthMm: 210, heightMm: 148, bodyPt: 10 } : { widthMm: 148, heightMm: 210, bodyPt: 10.5 };
}

/** Every word of a form from top to bottom; what a reader of either file finds. */
export function slipTexts(slip: Slip): string[] {
  const blocks = slip.blocks.flatMap((block) => {
    if (block.kind === 'field') return [block.label, block.value];
    if (block.kind === 'text') return [block.text];
    return [...block.header, ...block.rows.flat()];
  });
  const signers = slip.signers.flatMap(({ title, note, name }) => [title, note, name]);
  return [slip.basis, slip.agency, slip.dateLine, slip.title, slip.code ?? '', ...blocks, ...signers].filter((text) => text !== '');
}
