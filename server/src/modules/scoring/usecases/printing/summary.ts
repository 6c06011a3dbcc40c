// SPDX-License-Identifier: Apache-2.0
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { unsettledSentence } from '../../domain/cycle/snapshot.ts';
import type { Ranking, RankingRow } from '../cycle/read-ranking.ts';
import { numberCell, type SheetContent } from '../service-index/workbook.ts';
import type { Cell, LegalTable } from './legal-table.ts';

export const summaryHeadings = ['Hạng', 'Đơn vị', 'Điểm tự đánh giá', 'Điểm đạt', 'Chỉ số (%)', 'Xếp loại'] as const;

/** What the result rests on, in a sentence. */
export function summaryOpening(round: Round, { publication, unsettled }: Ranking): string {
  const basis = publication
    ? `Kết quả công bố lần ${publication.number} theo ${publication.decisionCode ?? 'quyết định'}`
    : 'Theo số liệu hiện có, chưa phải kết quả';
  return [`${round.title}. ${basis}.`, ...(unsettled ? [unsettledSentence(unsettled)] : [])].join(' ');
}

/** A table of each peer group, best rank first. */
export function summaryTables({ groups }: Ranking): LegalTable[] {
  return groups.map(({ name, rows }) => ({
    title: name,
    widths: [0.1, 0.4, 0.13, 0.12, 0.12, 0.13],
    headings: summaryHeadings,
    rows: rows.map((row) => ({ bold: false, cells: legalCells(row) })),
  }));
}

function legalCells(row: RankingRow): Cell[] {
  const figure = (column: string, points: string | null): Cell => ({ figureId: `score:${row.sheetId}:${column}`, points });
  return [
    figure('rank', row.rank === null ? null : String(row.rank)),
    row.unitName,
    figure('self', row.selfTotal),
    figure('total', row.total),
    figure('index', row.index),
    row.grade ?? '',
  ];
}

/** The same as one sheet, with the points of each field; groups one below the other. */
export function summaryWorkbook(round: Round, ranking: Ranking): SheetContent {
  const most = Math.max(0, ...ranking.groups.map(({ fields }) => fields.length));
  const rows = ranking.groups.flatMap((group) => {
    const fill = <T>(cells: readonly T[]): (T | null)[] => [...cells, ...Array.from({ length: most - cells.length }, () => null)];
    return [
      [null, group.name, null, null, null, null, ...fill(group.fields.map(({ name }) => name))],
      ...group.rows.map((row) => [
        row.rank,
        row.unitName,
        numberCell(row.selfTotal),
        numberCell(row.total),
        numberCell(row.index),
        row.grade,
        ...fill(group.fields.map((_, place) => numberCell(row.fieldPoints[place] ?? null))),
      ]),
    ];
  });
  return {
    name: 'Tổng hợp',
    cover: ['TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH', `${round.organisingUnitName}, năm ${round.year}`],
    notes: [summaryOpening(round, ranking)],
    head: [...summaryHeadings, ...Array.from({ length: most }, (_, index) => `Lĩnh vực ${index + 1}`)],
    widths: [8, 44, 12, 12, 12, 16, ...Array.from({ length: most }, () => 14)],
    rows,
    bold: new Set(rows.flatMap((row, index) => (row[0] === null && row[2] === null ? [index] : []))),
  };
}
