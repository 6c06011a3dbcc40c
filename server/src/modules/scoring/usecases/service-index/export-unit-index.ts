// SPDX-License-Identifier: Apache-2.0
import { vietnameseDay } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { readUnitIndex, type UnitIndex } from './read-unit-index.ts';
import { type Cell, numberCell, writeTable } from './workbook.ts';

const certaintyNames = {
  confirmed: 'Tài liệu và số liệu khớp nhau',
  fitted: 'Tìm ra từ số liệu',
  conflicting: 'Số liệu khác tài liệu',
} as const;

/**
 * Groups and metrics of a unit in a period as a workbook: counts, published and computed points, what is missing.
 *
 * @throws AppError as `readUnitIndex`
 */
export async function exportUnitIndex(
  db: Db,
  scope: UnitScope,
  key: string,
  period?: string,
): Promise<{ name: string; content: Uint8Array }> {
  const index = await readUnitIndex(db, scope, key, period);
  const rows = index.groups.flatMap(rowsOf);
  const asOf = index.groups
    .flatMap(({ figure }) => figure.source?.asOf ?? [])
    .sort()
    .at(-1);
  const content = await writeTable({
    name: 'Bộ chỉ số 766',
    cover: ['BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP', `${index.unit.name}, kỳ ${index.period ?? 'chưa có'}`],
    notes: [
      `Căn cứ: ${index.rules.citation}; quy tắc phiên bản ${index.rules.number}. ${index.rules.basis}${asOf ? ` Số liệu đến ngày ${vietnameseDay(asOf)}.` : ''}`,
    ],
    head: [
      'Mã',
      'Chỉ số',
      'Điểm tối đa',
      'Tử số',
      'Mẫu số',
      'Tỷ lệ (%)',
      'Điểm công bố',
      'Điểm tính lại',
      'Chênh',
      'Còn thiếu (điểm)',
      'Cần thêm (tử số)',
      'Độ chắc chắn',
      'Nguồn',
    ],
    widths: [6, 38, 8, 11, 11, 9, 9, 9, 8, 9, 11, 18, 26],
    rows: rows.map(({ cells }) => cells),
    bold: new Set(rows.flatMap(({ isGroup }, position) => (isGroup ? [position] : []))),
  });
  return { name: `Bo chi so 766 ${index.unit.code ?? index.unit.name} ${index.period ?? ''}.xlsx`, content };
}

function rowsOf(group: UnitIndex['groups'][number]): { cells: Cell[]; isGroup: boolean }[] {
  const { figure } = group;
  const head: Cell[] = [
    group.portalCode,
    group.name.vi,
    Number(group.maximum),
    null,
    null,
    numberCell(figure.officialRatio ?? figure.computedRatio),
    numberCell(figure.official),
    numberCell(figure.computed),
    numberCell(figure.apart),
    null,
    null,
    null,
    sourceCell(figure),
  ];
  const metrics = group.metrics.map((metric): Cell[] => [
    metric.documentCode,
    metric.name.vi,
    Number(metric.maximum),
    metric.numerator.value,
    metric.denominator.value,
    numberCell(metric.figure.officialRatio ?? metric.ratio),
    numberCell(metric.figure.official),
    numberCell(metric.score),
    numberCell(metric.figure.apart),
    numberCell(metric.missing?.points ?? null),
    metric.missing?.more ?? null,
    certaintyNames[metric.certainty],
    sourceCell(metric.figure),
  ]);
  return [{ cells: head, isGroup: true }, ...metrics.map((cells) => ({ cells, isGroup: false }))];
}

function sourceCell({ source }: UnitIndex['groups'][number]['figure']): string | null {
  return source && `${source.name} · ${source.place}`;
}
