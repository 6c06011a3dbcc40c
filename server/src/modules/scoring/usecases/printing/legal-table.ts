// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import {
  type Block,
  defaultPageForm,
  documentSymbol,
  type LegalDocument,
  longDate,
  nationalMotto,
  nationalTitle,
  type Runs,
  sealSpaceMm,
  type TableColumn,
} from '#modules/documents';

/** What a printed table of scores says around its rows. */
export type TablePaper = {
  readonly issuer: { readonly superior: string | null; readonly name: string };
  readonly symbol: string;
  readonly place: string;
  readonly subject: string;
  readonly opening: string;
  readonly tables: readonly LegalTable[];
  readonly position: string;
  /** Whether the sheet lies across, for tables of many columns. */
  readonly isAcross: boolean;
};

/** A cell is a figure with the id of what it stands for, or words. */
export type Cell = { readonly figureId: string; readonly points: string | null } | string;
export type LegalTable = {
  readonly title: string | null;
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly { readonly bold: boolean; readonly cells: readonly Cell[] }[];
};

const capitals = (text: string): string => text.toLocaleUpperCase('vi');
const inFull = (name: string): string => capitals(name.replace(/^UBND\s+/u, 'Ủy ban nhân dân\n'));

/** The table as a report in the form of Decree 30/2020/NĐ-CP, a draft without number, day and signature. */
export function legalTablePaper(paper: TablePaper): LegalDocument {
  return {
    stage: 'draft',
    type: 'Báo cáo',
    nationalTitle,
    motto: nationalMotto,
    issuer: { superior: paper.issuer.superior && inFull(paper.issuer.superior), name: inFull(paper.issuer.name) },
    number: { digits: null, symbol: documentSymbol('Báo cáo', paper.symbol) },
    placeAndDate: { place: paper.place, dateText: longDate(null) },
    title: 'BÁO CÁO',
    subject: paper.subject,
    addressees: [],
    body: [{ kind: 'paragraph', runs: [{ kind: 'quotation', text: paper.opening }] }, ...paper.tables.flatMap(blocksOf)],
    signers: [{ authority: [], position: paper.position, name: '\u00a0' }],
    sealSpaceMm,
    recipients: { lines: ['Như trên'], archive: 'VT' },
    urgency: null,
    confidentiality: null,
    drafterMark: null,
    annexes: [],
    page: { ...defaultPageForm, bodySizePt: 13, isAcross: paper.isAcross },
  };
}

function blocksOf({ title, widths, headings, rows }: LegalTable): Block[] {
  const isFigure = (at: number): boolean => rows.some(({ cells }) => typeof cells[at] === 'object');
  const columns = widths.map((widthShare, at): TableColumn => ({ widthShare, align: isFigure(at) ? 'right' : 'left' }));
  const table: Block = {
    kind: 'table',
    columns,
    header: headings.map((heading) => [{ kind: 'text', text: heading, bold: true }]),
    rows: rows.map(({ bold, cells }) => cells.map((cell) => runsOf(cell, bold))),
  };
  return title === null ? [table] : [{ kind: 'paragraph', runs: [{ kind: 'name', text: title, bold: true }] }, table];
}

function runsOf(cell: Cell, bold: boolean): Runs {
  if (typeof cell === 'string') return [{ kind: 'quotation', text: cell, bold }];
  const { figureId, points } = cell;
  return points === null ? [{ kind: 'text', text: '' }] : [{ kind: 'figure', figureId, text: vietnameseNumber(points), bold }];
}
