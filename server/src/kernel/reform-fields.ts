// SPDX-License-Identifier: Apache-2.0

/**
 * The reform fields: six by Resolution 76/NQ-CP (2021) and Circular 06/2026/TT-BNV, the steering of the reform,
 * and the quality system (TCVN ISO 9001:2015), which inspections check beside them.
 */
export const reformFields = [
  'steering',
  'institutions',
  'procedures',
  'organisation',
  'civil_service',
  'public_finance',
  'digital_government',
  'quality_system',
] as const;

export type ReformField = (typeof reformFields)[number];

/** Vietnamese names of the reform fields as the documents print them. */
export const reformFieldNames: Readonly<Record<ReformField, string>> = {
  steering: 'Chỉ đạo, điều hành cải cách hành chính',
  institutions: 'Cải cách thể chế',
  procedures: 'Cải cách thủ tục hành chính và cơ chế một cửa',
  organisation: 'Cải cách tổ chức bộ máy',
  civil_service: 'Cải cách chế độ công vụ',
  public_finance: 'Cải cách tài chính công',
  digital_government: 'Chính quyền điện tử, chính quyền số',
  quality_system: 'Hệ thống quản lý chất lượng TCVN ISO 9001:2015',
};
