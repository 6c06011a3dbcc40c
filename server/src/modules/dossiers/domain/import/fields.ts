// SPDX-License-Identifier: Apache-2.0
import { fold } from '#kernel/vietnamese-text';

/** What a column of a file can be. */
export const importFields = [
  'code',
  'unit',
  'procedure',
  'status',
  'channel',
  'applicant',
  'applicantKind',
  'subject',
  'submittedAt',
  'receivedAt',
  'dueAt',
  'pausedAt',
  'finishedAt',
  'returnedAt',
  'stateAt',
  'identityNumber',
  'phone',
  'email',
  'address',
] as const;

export type ImportField = (typeof importFields)[number];

/** Without these columns no row can become a dossier. */
export const requiredFields: readonly ImportField[] = ['code', 'unit', 'procedure', 'status', 'applicant'];

/** Headers seen in exports of one-stop systems and of the national portal, Vietnamese and English, the first one being the usual. */
const headers: Readonly<Record<ImportField, readonly string[]>> = {
  code: ['Mã hồ sơ', 'Số hồ sơ', 'Mã số hồ sơ', 'Số biên nhận', 'Mã biên nhận', 'Dossier code', 'Dossier number', 'Dossier ID', 'Code'],
  unit: [
    'Đơn vị tiếp nhận',
    'Đơn vị',
    'Mã đơn vị',
    'Cơ quan',
    'Cơ quan tiếp nhận',
    'Đơn vị xử lý',
    'Đơn vị giải quyết',
    'Cơ quan giải quyết',
    'Mã cơ quan',
    'Tên đơn vị',
    'Nơi tiếp nhận',
    'Unit',
    'Unit code',
    'Agency',
    'Agency code',
  ],
  procedure: [
    'Mã thủ tục',
    'Mã TTHC',
    'Mã thủ tục hành chính',
    'Thủ tục',
    'Thủ tục hành chính',
    'Tên thủ tục',
    'Tên thủ tục hành chính',
    'Tên TTHC',
    'TTHC',
    'Procedure',
    'Procedure code',
  ],
  status: ['Trạng thái', 'Trạng thái hồ sơ', 'Tình trạng', 'Tình trạng hồ sơ', 'Tình trạng xử lý', 'Mã trạng thái', 'Status', 'State'],
  channel: [
    'Hình thức nộp',
    'Hình thức',
    'Kênh',
    'Kênh tiếp nhận',
    'Kênh thực hiện',
    'Hình thức tiếp nhận',
    'Hình thức nộp hồ sơ',
    'Nguồn tiếp nhận',
    'Channel',
  ],
  applicant: [
    'Người nộp',
    'Họ tên người nộp',
    'Họ và tên',
    'Chủ hồ sơ',
    'Tên chủ hồ sơ',
    'Người nộp hồ sơ',
    'Tổ chức, cá nhân',
    'Tên cá nhân, tổ chức',
    'Công dân',
    'Applicant',
    'Applicant name',
    'Owner',
  ],
  applicantKind: ['Loại đối tượng', 'Đối tượng', 'Loại người nộp', 'Applicant type', 'Applicant kind'],
  subject: ['Trích yếu', 'Trích yếu hồ sơ', 'Nội dung', 'Nội dung hồ sơ', 'Về việc', 'Subject'],
  submittedAt: ['Ngày nộp', 'Thời gian nộp', 'Ngày nộp hồ sơ', 'Ngày gửi', 'Submitted at', 'Submitted', 'Submission date'],
  receivedAt: [
    'Ngày tiếp nhận',
    'Thời gian tiếp nhận',
    'Ngày nhận',
    'Ngày nhận hồ sơ',
    'Ngày giờ tiếp nhận',
    'Received at',
    'Received',
    'Received on',
  ],
  dueAt: [
    'Ngày hẹn trả',
    'Hạn trả',
    'Hạn xử lý',
    'Hạn giải quyết',
    'Ngày hẹn trả kết quả',
    'Hạn trả kết quả',
    'Hẹn trả',
    'Due at',
    'Due',
    'Due date',
    'Deadline',
  ],
  pausedAt: ['Ngày tạm dừng', 'Ngày dừng', 'Ngày yêu cầu bổ sung', 'Paused at'],
  finishedAt: [
    'Ngày có kết quả',
    'Ngày kết thúc xử lý',
    'Ngày hoàn thành',
    'Ngày xử lý xong',
    'Ngày giải quyết xong',
    'Ngày giải quyết',
    'Ngày kết thúc',
    'Ngày xong',
    'Thời gian hoàn thành',
    'Finished at',
    'Finished',
    'Completed at',
  ],
  returnedAt: ['Ngày trả', 'Ngày trả kết quả', 'Thời gian trả kết quả', 'Returned at', 'Returned'],
  stateAt: [
    'Ngày cập nhật',
    'Thời điểm cập nhật',
    'Cập nhật lúc',
    'Thời điểm trạng thái',
    'Ngày trạng thái',
    'Updated at',
    'State at',
    'Last updated',
  ],
  identityNumber: [
    'Số CCCD',
    'CCCD',
    'Số CMND',
    'CMND',
    'Số định danh',
    'Số giấy tờ',
    'CMND/CCCD',
    'Mã định danh',
    'Mã đối tượng',
    'Identity number',
    'ID number',
  ],
  phone: ['Số điện thoại', 'Điện thoại', 'SĐT', 'Di động', 'Phone', 'Phone number'],
  email: ['Email', 'Thư điện tử', 'E-mail'],
  address: ['Địa chỉ', 'Địa chỉ người nộp', 'Nơi ở', 'Address'],
};

/** A header or a name as it is compared: no diacritics, no case, letters and digits only. */
export function nameKey(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}

const fieldOfHeader: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => [[nameKey(field), field] as const, ...headers[field].map((header) => [nameKey(header), field] as const)]),
);

/** The usual header of a field, for sentences and templates. */
export function usualHeader(field: ImportField): string {
  return headers[field][0] ?? field;
}

/**
 * The field that a header names, in Vietnamese or English, with or without diacritics; undefined for an unknown one.
 *
 * @example
 * fieldOf('MÃ HỒ SƠ (*)') // 'code'
 */
export function fieldOf(header: string): ImportField | undefined {
  return fieldOfHeader.get(nameKey(header)) ?? fieldOfHeader.get(nameKey(header.replace(/\([^)]*\)/g, '')));
}

/** Which field each column is; null for a column that is not used. */
export type ColumnPlan = readonly (ImportField | null)[];

/** Columns by the headers of a file: chosen ones first, then those that name a field; a second column of one field is not used. */
export function planColumns(names: readonly string[], chosen: Readonly<Record<string, ImportField | null>> = {}): ColumnPlan {
  const picks = new Map(Object.entries(chosen).map(([header, field]) => [nameKey(header), field]));
  const used = new Set([...picks.values()].filter((field) => field !== null));
  const given = new Set<ImportField>();
  return names.map((name) => {
    const pick = picks.get(nameKey(name));
    const field = pick === undefined ? fieldOf(name) : pick;
    if (!field || given.has(field) || (pick === undefined && used.has(field))) return null;
    given.add(field);
    return field;
  });
}

/** Required fields that no column has. */
export function missingFields(plan: ColumnPlan): ImportField[] {
  return requiredFields.filter((field) => !plan.includes(field));
}

/** Whether a row looks like the headers of a table of dossiers: three known names at least. */
export function looksLikeHeaders(cells: readonly string[]): boolean {
  return new Set(cells.map(fieldOf).filter(Boolean)).size >= 3;
}
