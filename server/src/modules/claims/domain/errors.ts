// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '../../../kernel/app-error.ts';

/** Why a report file cannot be read, and what its owner can do about it. */
export const claimsErrors = {
  'claims.file_empty': {
    kind: 'invalid',
    vi: 'Tệp không có nội dung (0 byte). Hãy lưu lại báo cáo rồi chọn lại tệp.',
    en: 'The file is empty (0 bytes). Save the report again and choose the new file.',
  },
  'claims.file_encrypted': {
    kind: 'invalid',
    vi: 'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.',
    en: 'The file is protected by a password. Remove the password and send it again.',
  },
  'claims.file_too_large': {
    kind: 'invalid',
    vi: 'Tệp quá lớn (tối đa {maxMegabytes} MB sau khi giải nén). Hãy tách báo cáo hoặc bỏ hình ảnh rồi gửi lại.',
    en: 'The file is too large (at most {maxMegabytes} MB when unpacked). Split the report or remove its pictures.',
  },
  'claims.file_too_deep': {
    kind: 'invalid',
    vi: 'Tệp có quá nhiều thẻ lồng nhau nên không đọc được. Hãy mở tệp bằng phần mềm soạn thảo, lưu lại thành .docx rồi gửi lại.',
    en: 'The tags of the file are nested too deeply. Open it in an editor, save it as .docx and send the new file.',
  },
  'claims.file_unreadable': {
    kind: 'invalid',
    vi: 'Tệp bị hỏng hoặc thiếu một phần nên không đọc được. Hãy mở tệp bằng phần mềm soạn thảo, lưu lại rồi gửi lại.',
    en: 'The file is damaged or incomplete. Open it in an editor, save it again and send the new file.',
  },
  'claims.file_type_unknown': {
    kind: 'invalid',
    vi: 'Chưa đọc được loại tệp này. Hãy dùng .docx, .pdf, .html hoặc .txt; tệp .doc cũ cần lưu lại thành .docx.',
    en: 'This type of file cannot be read. Use .docx, .pdf, .html or .txt; save an old .doc as .docx.',
  },
  'claims.file_no_text': {
    kind: 'invalid',
    vi: 'Tệp không có lớp văn bản (có thể là bản quét). Hãy dùng bản gốc hoặc nhận dạng chữ (OCR) trước.',
    en: 'The file has no text layer (perhaps a scan). Use the original, or recognise its characters first.',
  },
} as const satisfies ErrorCatalogue;

export type ClaimsErrorCode = keyof typeof claimsErrors;
