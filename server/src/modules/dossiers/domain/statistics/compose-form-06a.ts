// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { compareVietnamese } from '#kernel/vietnamese-text';
import type { Slip } from '../forms/slip.ts';
import { type Counts, type Form06aRow, form06aIdentities, form06aRow } from './form-06a.ts';

const columns = [
  ['TT', 4],
  ['Lĩnh vực giải quyết', 20],
  ['Tiếp nhận: tổng số', 7],
  ['Trong kỳ: trực tuyến', 7],
  ['Trong kỳ: trực tiếp, bưu chính', 8],
  ['Từ kỳ trước', 6],
  ['Đã giải quyết: tổng số', 7],
  ['Trước hạn', 7],
  ['Đúng hạn', 7],
  ['Quá hạn', 7],
  ['Đang giải quyết: tổng số', 7],
  ['Trong hạn', 7],
  ['Quá hạn', 6],
] as const;

const numbered = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

/** "5369" → "5.369", as numbers stand in Vietnamese documents. */
const written = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

const cells = (row: Form06aRow): string[] => numbered.map((column) => written(row[column]));

/** An identity of the form with its numbers: "3 = 4 + 5 + 6: 12 = 5 + 3 + 4 (khớp)". */
function proof(row: Form06aRow, [column, parts]: (typeof form06aIdentities)[number]): string {
  const sum = parts.reduce((total: number, part) => total + row[part], 0);
  const verdict = row[column] === sum ? 'khớp' : `không khớp, tổng các cột là ${written(sum)}`;
  return `${column} = ${parts.join(' + ')}: ${written(row[column])} = ${parts.map((part) => written(row[part])).join(' + ')} (${verdict})`;
}

export type Form06aAsked = {
  readonly agency: string;
  readonly from: Day;
  readonly to: Day;
  readonly dateLine: string;
  /** The moment of counting, as it is written. */
  readonly countedAt: string;
  /** Some of the counted dossiers were made by the program. */
  readonly someGenerated: boolean;
};

/** Form II.06a/VPCP/KSTT of a unit and a period on broad paper, one row a sector, the proof of its sums below. */
export function composeForm06a(
  asked: Form06aAsked,
  rows: readonly { readonly label: string; readonly counts: Counts }[],
  total: Counts,
): Slip {
  const sum = form06aRow(total);
  const sorted = [...rows].sort((a, b) => compareVietnamese(a.label, b.label));
  return {
    basis: 'Biểu số II.06a/VPCP/KSTT · Thông tư 01/2020/TT-VPCP',
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    paper: { widthMm: 297, heightMm: 210, bodyPt: 11 },
    agency: asked.agency,
    dateLine: asked.dateLine,
    code: null,
    blocks: [
      { kind: 'text', text: `Kỳ báo cáo: từ ${vietnameseDay(asked.from)} đến hết ${vietnameseDay(asked.to)}. Đơn vị tính: hồ sơ.` },
      {
        kind: 'table',
        columns: columns.map(([, share], at) => ({ share, align: at === 1 ? 'left' : 'center' })),
        header: columns.map(([name], at) => `${name} (${at + 1})`),
        rows: [
          ...sorted.map((row, at) => [written(at + 1), row.label || 'Không rõ', ...cells(form06aRow(row.counts))]),
          ['', 'Tổng số', ...cells(sum)],
        ],
      },
      { kind: 'text', text: `Kiểm tra: ${form06aIdentities.map((identity) => proof(sum, identity)).join('; ')}.` },
      {
        kind: 'text',
        text: `Hồ sơ rút, từ chối ở cột 9; hồ sơ chờ bổ sung không tính quá hạn. Đếm lúc ${asked.countedAt}.${
          asked.someGenerated ? ' Có hồ sơ do chương trình tạo để minh họa, không phải hồ sơ thật.' : ''
        }`,
      },
    ],
    signers: [
      { title: 'NGƯỜI LẬP BIỂU', note: '(Ký, ghi rõ họ tên)', name: '' },
      { title: 'THỦ TRƯỞNG ĐƠN VỊ', note: '(Ký, đóng dấu, ghi rõ họ tên)', name: '' },
    ],
  };
}
