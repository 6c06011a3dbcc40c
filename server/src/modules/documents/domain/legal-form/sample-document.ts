// SPDX-License-Identifier: Apache-2.0
import type { Block, LegalDocument } from './model.ts';
import { defaultPageForm, sealSpaceMm } from './page-form.ts';
import { nationalMotto, nationalTitle } from './written-forms.ts';

const body: readonly Block[] = [
  { kind: 'legal_basis', runs: [{ kind: 'text', text: 'Căn cứ Luật Tổ chức chính quyền địa phương;' }] },
  { kind: 'legal_basis', runs: [{ kind: 'text', text: 'Theo đề nghị của Giám đốc Sở Nội vụ.' }] },
  { kind: 'heading', level: 1, label: 'I.', runs: [{ kind: 'text', text: 'KẾT QUẢ' }] },
  {
    kind: 'paragraph',
    runs: [
      { kind: 'text', text: 'Đã kiểm tra ' },
      { kind: 'figure', figureId: 'inspected', text: '05/11', bold: true },
      { kind: 'text', text: ' cơ quan, tính đến ' },
      { kind: 'date', text: 'ngày 06/9/2024' },
      { kind: 'text', text: '.' },
    ],
  },
  { kind: 'list', items: [[{ kind: 'text', text: 'Niêm yết chưa đầy đủ;' }], [{ kind: 'text', text: 'Trễ hạn.', italic: true }]] },
  {
    kind: 'table',
    columns: [
      { widthShare: 1, align: 'center' },
      { widthShare: 5, align: 'left' },
      { widthShare: 2, align: 'right' },
    ],
    header: [[{ kind: 'text', text: 'STT' }], [{ kind: 'text', text: 'Chỉ tiêu' }], [{ kind: 'text', text: 'Giá trị' }]],
    rows: [
      [[{ kind: 'ordinal', text: '1' }], [{ kind: 'text', text: 'Hồ sơ' }], [{ kind: 'figure', figureId: 'dossiers', text: '5.369' }]],
    ],
  },
  { kind: 'paragraph', runs: [{ kind: 'text', text: 'Yêu cầu các đơn vị nghiêm túc thực hiện.' }] },
];

/** An invented notice with every part that most documents have; tests change what they ask about. */
export const sampleDocument: LegalDocument = {
  stage: 'issued',
  type: 'Thông báo',
  nationalTitle,
  motto: nationalMotto,
  issuer: { superior: 'UBND TỈNH SÔNG MÂY', name: 'SỞ NỘI VỤ' },
  number: { digits: '07', symbol: 'TB-SNV' },
  placeAndDate: { place: 'Sông Mây', dateText: 'ngày 06 tháng 02 năm 2024' },
  title: 'THÔNG BÁO',
  subject: 'Kết quả kiểm tra cải cách hành chính',
  addressees: [],
  body,
  signers: [{ authority: [{ mark: 'KT.', of: 'GIÁM ĐỐC' }], position: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Hữu Trường' }],
  sealSpaceMm,
  recipients: { lines: ['Như trên', 'UBND tỉnh (báo cáo)'], archive: 'VT, CCHC' },
  urgency: null,
  confidentiality: null,
  drafterMark: null,
  annexes: [],
  page: defaultPageForm,
};
