// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import type { FormRegime } from './form-list.ts';
import { paperOf, type Slip } from './slip.ts';
import { writtenDayOf } from './written.ts';

export type RegisterRow = {
  readonly code: string;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly unitName: string;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly returnedAt: string | null;
};

const columns = [
  ['STT', 4],
  ['Mã hồ sơ', 13],
  ['Tên thủ tục', 14],
  ['Số bộ', 4],
  ['Cá nhân, tổ chức', 11],
  ['Địa chỉ, điện thoại', 12],
  ['Cơ quan giải quyết', 10],
  ['Ngày nhận', 7],
  ['Ngày hẹn trả', 7],
  ['Ngày trả', 7],
  ['Cách nhận kết quả', 6],
  ['Ký nhận', 5],
  ['Ghi chú', 5],
] as const;

/** The register of a unit for a period, one dossier a line in the order of receipt. */
export function composeRegister(
  regime: FormRegime,
  asked: { readonly unitName: string; readonly from: Day; readonly to: Day; readonly dateLine: string },
  rows: readonly RegisterRow[],
): Slip {
  const form = regime.forms.find(({ kind }) => kind === 'register');
  return {
    basis: `Mẫu số ${form?.number ?? ''} · ${regime.citation}`,
    title: form?.title ?? '',
    paper: paperOf('register'),
    agency: asked.unitName,
    dateLine: asked.dateLine,
    code: null,
    blocks: [
      { kind: 'text', text: `Hồ sơ nhận từ ngày ${vietnameseDay(asked.from)} đến ngày ${vietnameseDay(asked.to)}: ${rows.length} hồ sơ` },
      {
        kind: 'table',
        columns: columns.map(([, share], at) => ({ share, align: at === 0 || at === 3 ? 'center' : 'left' })),
        header: columns.map(([name]) => name),
        rows: rows.map((row, at) => [
          String(at + 1),
          row.code,
          row.procedureName,
          '01',
          row.applicantName,
          [row.address, row.phone].filter(Boolean).join('; '),
          row.unitName,
          writtenDayOf(row.receivedAt),
          writtenDayOf(row.dueAt),
          writtenDayOf(row.returnedAt),
          '',
          '',
          '',
        ]),
      },
    ],
    signers: [],
  };
}
