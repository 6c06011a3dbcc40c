// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseDay } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { readNationalTable } from './read-national-table.ts';
import { numberCell, writeTable } from './workbook.ts';

/**
 * The table of provinces as a workbook, as the screen shows it, with its source.
 *
 * @throws AppError `scoring.index_table_not_found`
 */
export async function exportNationalTable(db: Db, id?: string): Promise<{ name: string; content: Uint8Array }> {
  const table = await readNationalTable(db, id);
  if (!table) throw new AppError('not_found', 'scoring.index_table_not_found');
  const { source, columns, lines, citation } = table;
  const groups = columns.filter(({ portalCode }) => portalCode !== null);
  const name = `Bo chi so 766 cac tinh ${source.period} ${source.asOf}.xlsx`;
  const content = await writeTable({
    name: 'Các tỉnh',
    cover: [
      'BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP',
      `Các tỉnh, thành phố, kỳ ${source.period}, số liệu ngày ${vietnameseDay(source.asOf)}`,
    ],
    notes: [`Căn cứ: ${citation}. Nguồn: ${source.note ?? source.name}. Thứ hạng do phần mềm tính: bằng điểm thì cùng hạng (1-2-2-4).`],
    head: ['Hạng', 'Mã', 'Tỉnh, thành phố', ...columns.flatMap((column) => headOf(column))],
    widths: [7, 7, 30, ...columns.flatMap(() => [10, 7])],
    rows: [
      ...lines.map((line) => [
        line.total.rank,
        line.code,
        line.name,
        numberCell(line.total.score),
        line.total.rank,
        ...groups.flatMap(({ group }) => {
          const own = line.groups.find((one) => one.group === group);
          return [numberCell(own?.score ?? null), own?.rank ?? null];
        }),
      ]),
      [null, null, 'Cao nhất', ...columns.flatMap(({ best }) => [numberCell(best), null])],
      [null, null, 'Trung bình', ...columns.flatMap(({ mean }) => [numberCell(mean), null])],
      [null, null, 'Tỉnh mình còn kém cao nhất', ...columns.flatMap(({ gap }) => [numberCell(gap), null])],
    ],
    bold: new Set(lines.flatMap(({ isOwn }, index) => (isOwn ? [index] : []))),
  });
  return { name, content };
}

function headOf({ name, maximum }: { readonly name: { readonly vi: string }; readonly maximum: string }): [string, string] {
  return [`${name.vi} (${maximum})`, 'Hạng'];
}
