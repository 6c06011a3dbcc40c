// SPDX-License-Identifier: Apache-2.0

/**
 * The 29 types of administrative documents with the abbreviation that opens their symbol
 * (Decree 30/2020/NĐ-CP, art. 7 and annex III). An official letter and a letter of compliments have none.
 */
export const documentTypeAbbreviations = {
  'Nghị quyết': 'NQ',
  'Quyết định': 'QĐ',
  'Chỉ thị': 'CT',
  'Quy chế': 'QC',
  'Quy định': 'QyĐ',
  'Thông cáo': 'TC',
  'Thông báo': 'TB',
  'Hướng dẫn': 'HD',
  'Chương trình': 'CTr',
  'Kế hoạch': 'KH',
  'Phương án': 'PA',
  'Đề án': 'ĐA',
  'Dự án': 'DA',
  'Báo cáo': 'BC',
  'Biên bản': 'BB',
  'Tờ trình': 'TTr',
  'Hợp đồng': 'HĐ',
  'Công văn': null,
  'Công điện': 'CĐ',
  'Bản ghi nhớ': 'BGN',
  'Bản thỏa thuận': 'BTT',
  'Giấy ủy quyền': 'GUQ',
  'Giấy mời': 'GM',
  'Giấy giới thiệu': 'GGT',
  'Giấy nghỉ phép': 'GNP',
  'Phiếu gửi': 'PG',
  'Phiếu chuyển': 'PC',
  'Phiếu báo': 'PB',
  'Thư công': null,
} as const satisfies Record<string, string | null>;

/** Type name of an administrative document, as Decree 30/2020/NĐ-CP, art. 7 writes it. */
export type DocumentTypeName = keyof typeof documentTypeAbbreviations;

/** Symbols that keep small letters; every other symbol is in capitals (Decree 30/2020/NĐ-CP, annex III). */
export const mixedCaseAbbreviations: readonly string[] = ['QyĐ', 'CTr', 'TTr', 'TrS'];

/** Degrees of urgency (Decree 30/2020/NĐ-CP, annex I, part I, section III.2). */
export const urgencies = ['Khẩn', 'Thượng khẩn', 'Hỏa tốc'] as const;
export type Urgency = (typeof urgencies)[number];

/** Degrees of confidentiality; a document that carries one stays outside the register (Decree 30/2020/NĐ-CP, art. 22.4). */
export const confidentialities = ['Mật', 'Tối mật', 'Tuyệt mật'] as const;
export type Confidentiality = (typeof confidentialities)[number];
