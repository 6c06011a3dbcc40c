// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import type { Direction } from './document.ts';

/** What a line of a register is made from. */
export type RegisterLine = {
  readonly registerNumber: number;
  readonly code: string | null;
  readonly issuedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly typeName: string | null;
  readonly subject: string;
  readonly issuerName: string;
  readonly signerPosition: string | null;
  readonly recipients: string | null;
  readonly archiveHolder: string | null;
  readonly copies: number | null;
  readonly handedOverOn: Day | null;
  readonly note: string | null;
  readonly dateReason: string | null;
  readonly state: 'draft' | 'issued' | 'recalled';
  readonly recallReason: string | null;
};

export type RegisterColumn = { readonly title: string; readonly width: number; readonly of: (line: RegisterLine) => string | number };

const day = (value: Day | null): string => (value === null ? '' : vietnameseDay(value));
const titled = (line: RegisterLine): string => [line.typeName, line.subject].filter((part) => part !== null).join(': ');

function remark(line: RegisterLine): string {
  const recall = line.state === 'recalled' ? `Đã thu hồi: ${line.recallReason ?? ''}` : null;
  const order = line.dateReason === null ? null : `Ngày ghi trước số liền trước: ${line.dateReason}`;
  return [recall, order, line.note].filter((part) => part !== null).join('; ');
}

/** Register of outgoing documents (Decree 30/2020/NĐ-CP, annex IV): ten columns. */
const outgoing: readonly RegisterColumn[] = [
  { title: 'Số, ký hiệu văn bản', width: 18, of: (line) => line.code ?? '' },
  { title: 'Ngày tháng văn bản', width: 12, of: (line) => day(line.issuedOn) },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 50, of: titled },
  { title: 'Người ký', width: 20, of: (line) => line.signerPosition ?? '' },
  { title: 'Nơi nhận văn bản', width: 26, of: (line) => line.recipients ?? '' },
  { title: 'Đơn vị, người nhận bản lưu', width: 18, of: (line) => line.archiveHolder ?? '' },
  { title: 'Số lượng bản', width: 9, of: (line) => line.copies ?? '' },
  { title: 'Ngày chuyển', width: 12, of: (line) => day(line.handedOverOn) },
  { title: 'Ký nhận', width: 12, of: () => '' },
  { title: 'Ghi chú', width: 24, of: remark },
];

/** Register of incoming documents: ten columns; their names are background knowledge of annex IV. */
const incoming: readonly RegisterColumn[] = [
  { title: 'Ngày đến', width: 12, of: (line) => day(line.receivedOn) },
  { title: 'Số đến', width: 8, of: (line) => line.registerNumber },
  { title: 'Tác giả', width: 28, of: (line) => line.issuerName },
  { title: 'Số, ký hiệu', width: 18, of: (line) => line.code ?? '' },
  { title: 'Ngày tháng văn bản', width: 12, of: (line) => day(line.issuedOn) },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 50, of: titled },
  { title: 'Đơn vị hoặc người nhận', width: 24, of: (line) => line.recipients ?? '' },
  { title: 'Ngày chuyển', width: 12, of: (line) => day(line.handedOverOn) },
  { title: 'Ký nhận', width: 12, of: () => '' },
  { title: 'Ghi chú', width: 24, of: remark },
];

/** The ten columns in which a register is printed. */
export function registerColumns(direction: Direction): readonly RegisterColumn[] {
  return direction === 'outgoing' ? outgoing : incoming;
}
