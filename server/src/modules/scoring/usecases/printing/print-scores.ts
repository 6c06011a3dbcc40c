// SPDX-License-Identifier: Apache-2.0
import { type LegalDocument, renderDocx, renderPdf } from '#modules/documents';
import { getUnit } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { openRound, type Scope } from '../cycle/open-round.ts';
import { readRanking } from '../cycle/read-ranking.ts';
import { readSheet, type Sheet } from '../cycle/read-sheet.ts';
import { numberCell, type SheetContent, writeTable } from '../service-index/workbook.ts';
import { legalTablePaper } from './legal-table.ts';
import { type ScoreRow, scoreHeadings, scoreRows } from './score-rows.ts';
import { summaryOpening, summaryTables, summaryWorkbook } from './summary.ts';

export const tableFormats = ['docx', 'pdf', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];
export type PrintedTable = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

const office = 'application/vnd.openxmlformats-officedocument';
const mediaTypes: Readonly<Record<TableFormat, string>> = {
  docx: `${office}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${office}.spreadsheetml.sheet`,
};
const everywhere = { roots: null };
const template = 'Bộ tiêu chí mẫu của phần mềm, không phải bảng chính thức';

/**
 * The score table of a unit in the official columns.
 *
 * @throws AppError `scoring.round_unit_not_found`
 */
export async function printSheet(db: Db, actor: Actor, scope: Scope, id: string, format: TableFormat): Promise<PrintedTable> {
  const sheet = await readSheet(db, actor, scope, id, 'vi');
  const rows = scoreRows(sheet);
  const name = `bang-diem-${sheet.round.year}-${sheet.unit.unitCode}.${format}`;
  if (format === 'xlsx') return { name, mediaType: mediaTypes.xlsx, content: await writeTable(workbookOf(sheet, rows)) };
  const unit = await getUnit(db, everywhere, sheet.unit.unitId);
  const paper = legalTablePaper({
    issuer: { superior: sheet.round.organisingUnitName, name: sheet.unit.authorityName },
    symbol: unit.documentSymbol,
    place: unit.name,
    subject: subjectOf(sheet),
    opening: openingOf(sheet),
    position: 'THỦ TRƯỞNG ĐƠN VỊ',
    isAcross: true,
    tables: [
      {
        title: null,
        widths: [0.07, 0.26, 0.07, 0.07, 0.07, 0.07, 0.07, 0.18, 0.14],
        headings: scoreHeadings,
        rows: rows.map((row) => ({ bold: isBold(row), cells: legalCells(sheet.unit.id, row) })),
      },
    ],
  });
  return { name, mediaType: mediaTypes[format], content: await rendered(paper, format) };
}

/**
 * All units of a round by rank, group by group: the frozen result once it is published, what stands before for whoever sees the whole round.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function printSummary(db: Db, actor: Actor, scope: Scope, roundId: string, format: TableFormat): Promise<PrintedTable> {
  const { round } = await openRound(db, actor, scope, roundId);
  const ranking = await readRanking(db, actor, scope, roundId, 'final');
  const name = `tong-hop-diem-${round.year}.${format}`;
  if (format === 'xlsx') return { name, mediaType: mediaTypes.xlsx, content: await writeTable(summaryWorkbook(round, ranking)) };
  const unit = await getUnit(db, everywhere, round.organisingUnitId);
  const paper = legalTablePaper({
    issuer: { superior: null, name: round.organisingUnitName },
    symbol: unit.documentSymbol,
    place: unit.name,
    subject: `Tổng hợp kết quả chấm điểm cải cách hành chính năm\u00a0${round.year}`,
    opening: summaryOpening(round, ranking),
    position: 'THỦ TRƯỞNG ĐƠN VỊ',
    isAcross: false,
    tables: summaryTables(ranking),
  });
  return { name, mediaType: mediaTypes[format], content: await rendered(paper, format) };
}

function rendered(paper: LegalDocument, format: Exclude<TableFormat, 'xlsx'>): Promise<Uint8Array> {
  return format === 'docx' ? renderDocx(paper) : renderPdf(paper);
}

function subjectOf({ round, unit }: Sheet): string {
  return `Kết quả chấm điểm cải cách hành chính năm\u00a0${round.year} của ${unit.authorityName}`;
}

function openingOf({ set, round }: Sheet): string {
  return `${round.title}. ${set.certainty === 'template' ? `${template}.` : `${set.title}.`}`;
}

function isBold({ kind, code }: ScoreRow): boolean {
  return kind === 'field' || code === '';
}

function legalCells(sheetId: string, row: ScoreRow) {
  const figure = (column: 'maximum' | 'self' | 'appraised' | 'survey' | 'got') => ({
    figureId: `score:${sheetId}:${row.code || 'total'}:${column}`,
    points: row[column],
  });
  return [
    row.code,
    row.name,
    figure('maximum'),
    figure('self'),
    figure('appraised'),
    figure('survey'),
    figure('got'),
    row.evidence,
    row.note,
  ];
}

function workbookOf(sheet: Sheet, rows: readonly ScoreRow[]): SheetContent {
  return {
    name: 'Bảng điểm',
    cover: ['BẢNG ĐIỂM CẢI CÁCH HÀNH CHÍNH', `${sheet.unit.authorityName}, năm ${sheet.round.year}`],
    notes: [openingOf(sheet)],
    head: scoreHeadings,
    widths: [9, 48, 10, 10, 10, 10, 10, 44, 30],
    rows: rows.map((row) => [
      row.code,
      row.name,
      ...[row.maximum, row.self, row.appraised, row.survey, row.got].map(numberCell),
      row.evidence,
      row.note,
    ]),
    bold: new Set(rows.flatMap((row, index) => (isBold(row) ? [index] : []))),
  };
}
