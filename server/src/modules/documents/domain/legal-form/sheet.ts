// SPDX-License-Identifier: Apache-2.0
import type { Block, LegalDocument, Runs, TableColumn } from './model.ts';
import { normaliseDocument } from './normalise.ts';
import { type FormSizes, formSizes, type PageMargins, paperOf } from './page-form.ts';
import { annexHead, annexTie, numberLine, placeDateLine, recipientLines, signerHead } from './written-forms.ts';

export type SheetRun = { readonly text: string; readonly bold: boolean; readonly italic: boolean };
export type ParagraphStyle = 'basis' | 'heading1' | 'heading2' | 'heading3' | 'body' | 'center' | 'item';
export type SheetParagraph = { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly runs: readonly SheetRun[] };
export type SheetTable = {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly header: readonly (readonly SheetRun[])[];
  readonly rows: readonly (readonly (readonly SheetRun[])[])[];
  /** Rows stay whole on one page, unless one is so long that it might not fit. */
  readonly keepRows: boolean;
};
export type SheetBlock = SheetParagraph | SheetTable;
export type SheetSigner = { readonly head: readonly string[]; readonly note: string | null; readonly name: string };

/**
 * The document as it meets the eye: every line in its final words and order, with the look of each stretch.
 * Both renderers draw this and nothing else, so a Word file and a PDF of one document say the same.
 */
export type Sheet = {
  readonly paperMm: { readonly width: number; readonly height: number };
  readonly marginsMm: PageMargins;
  readonly sizes: FormSizes;
  readonly superior: readonly string[];
  readonly agency: readonly string[];
  readonly nationalTitle: string;
  readonly motto: string;
  readonly numberLine: string;
  readonly letterSubject: string | null;
  readonly placeDateLine: string;
  readonly marks: readonly string[];
  readonly title: string | null;
  readonly subject: readonly string[];
  readonly addressees: readonly string[];
  readonly body: readonly SheetBlock[];
  readonly signers: readonly SheetSigner[];
  readonly sealSpaceMm: number;
  readonly recipientsHead: string;
  readonly recipients: readonly string[];
  readonly drafterMark: string | null;
  readonly annexes: readonly { readonly head: readonly string[]; readonly tie: string; readonly body: readonly SheetBlock[] }[];
};

/** The word that keeps a draft from being taken for an issued document. */
export const draftMark = 'DỰ THẢO';

const longestWholeCell = 600;

/** Lays a document out as lines; texts are normalised on the way. */
export function composeSheet(input: LegalDocument): Sheet {
  const doc = normaliseDocument(input);
  const isLetter = doc.title === null;
  return {
    paperMm: paperOf(doc.page),
    marginsMm: doc.page.marginsMm,
    sizes: formSizes(doc.page.bodySizePt),
    superior: doc.issuer.superior === null ? [] : lines(doc.issuer.superior),
    agency: lines(doc.issuer.name),
    nationalTitle: oneLine(doc.nationalTitle),
    motto: oneLine(doc.motto),
    numberLine: oneLine(numberLine(doc)),
    letterSubject: isLetter ? `V/v ${oneLine(doc.subject)}` : null,
    placeDateLine: oneLine(placeDateLine(doc)),
    marks: [
      ...(doc.stage === 'draft' ? [draftMark] : []),
      ...[doc.confidentiality, doc.urgency].flatMap((mark) => (mark === null ? [] : [mark.toUpperCase()])),
    ],
    title: isLetter ? null : oneLine(doc.title),
    subject: isLetter ? [] : lines(doc.subject),
    addressees: doc.addressees.map(oneLine),
    body: doc.body.flatMap(layBlock),
    signers: doc.signers.map((signer) => ({
      head: signerHead(signer).map(oneLine),
      note: signer.note === undefined ? null : oneLine(signer.note),
      name: oneLine(signer.name),
    })),
    sealSpaceMm: doc.sealSpaceMm,
    recipientsHead: 'Nơi nhận:',
    recipients: recipientLines(doc).map(oneLine),
    drafterMark: doc.drafterMark === null ? null : oneLine(doc.drafterMark),
    annexes: doc.annexes.map((annex) => ({
      head: annexHead(annex).map(oneLine),
      tie: oneLine(annexTie(doc)),
      body: annex.body.flatMap(layBlock),
    })),
  };
}

const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());
const oneLine = (text: string): string => text.replace(/\n+/g, ' ');

function layBlock(block: Block): readonly SheetBlock[] {
  switch (block.kind) {
    case 'legal_basis':
      return [paragraph('basis', layRuns(block.runs, { italic: true }))];
    case 'heading': {
      const look = block.level === 3 ? { bold: true, italic: true } : { bold: true };
      const label = { kind: 'ordinal' as const, text: `${block.label} ` };
      return [paragraph(`heading${block.level}`, layRuns([label, ...block.runs], look))];
    }
    case 'paragraph':
      return [paragraph(block.align === 'center' ? 'center' : 'body', layRuns(block.runs))];
    case 'list':
      return block.items.map((item) => paragraph('item', layRuns([{ kind: 'text', text: '- ' }, ...item])));
    case 'table':
      return [layTable(block)];
  }
}

function paragraph(style: ParagraphStyle, runs: readonly SheetRun[]): SheetParagraph {
  return { kind: 'paragraph', style, runs };
}

function layTable(block: Extract<Block, { kind: 'table' }>): SheetTable {
  const cells = (row: readonly Runs[], look: Look = {}) => block.columns.map((_, at) => layRuns(row[at] ?? [], look));
  const rows = block.rows.map((row) => cells(row));
  return {
    kind: 'table',
    columns: block.columns,
    header: cells(block.header, { bold: true }),
    rows,
    keepRows: rows.flat().every((cell) => textOf(cell).length <= longestWholeCell),
  };
}

type Look = { readonly bold?: boolean; readonly italic?: boolean };

function layRuns(runs: Runs, look: Look = {}): readonly SheetRun[] {
  return runs.map((run) => ({
    text: oneLine(run.text),
    bold: run.bold ?? look.bold ?? false,
    italic: run.italic ?? look.italic ?? false,
  }));
}

const textOf = (runs: readonly SheetRun[]): string => runs.map((run) => run.text).join('');

function textsOfBlock(block: SheetBlock): readonly string[] {
  return block.kind === 'paragraph' ? [textOf(block.runs)] : [block.header, ...block.rows].flat().map(textOf);
}

function textsOfClosing(sheet: Sheet): readonly string[] {
  const mark = sheet.drafterMark === null ? [] : [sheet.drafterMark];
  const recipients = [sheet.recipientsHead, ...sheet.recipients, ...mark];
  const heads = sheet.signers.flatMap((signer) => [...signer.head, ...(signer.note === null ? [] : [signer.note])]);
  const names = sheet.signers.map((signer) => signer.name);
  return sheet.signers.length > 1 ? [...heads, ...names, ...recipients] : [...recipients, ...heads, ...names];
}

/** Every line of the sheet in reading order, as both renderers write it; empty lines are left out. */
export function sheetTexts(sheet: Sheet): readonly string[] {
  return [
    ...sheet.superior,
    ...sheet.agency,
    sheet.nationalTitle,
    sheet.motto,
    sheet.numberLine,
    ...(sheet.letterSubject === null ? [] : [sheet.letterSubject]),
    ...sheet.marks,
    sheet.placeDateLine,
    ...(sheet.title === null ? [] : [sheet.title]),
    ...sheet.subject,
    ...addresseeLines(sheet),
    ...sheet.body.flatMap(textsOfBlock),
    ...textsOfClosing(sheet),
    ...sheet.annexes.flatMap((annex) => [...annex.head, annex.tie, ...annex.body.flatMap(textsOfBlock)]),
  ].filter((text) => text !== '');
}

/** "Kính gửi:" with one addressee on its line, or several as a list below (annex I, part I, section II.9). */
export function addresseeLines(sheet: Pick<Sheet, 'addressees'>): readonly string[] {
  const [first, ...more] = sheet.addressees;
  if (first === undefined) return [];
  if (more.length === 0) return [`Kính gửi: ${first}.`];
  return ['Kính gửi:', ...sheet.addressees.map((name, at) => `- ${name}${at === more.length ? '.' : ';'}`)];
}

/** What file managers and screen readers show as the name of the document. */
export function documentTitle(sheet: Sheet): string {
  return [sheet.title, ...sheet.subject, sheet.letterSubject].filter((text) => text !== null).join(' ');
}
