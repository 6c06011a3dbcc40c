// SPDX-License-Identifier: Apache-2.0
import type { Sentence } from '../clock/types.ts';
import type { StatusCode } from '../status.ts';

/** What an applicant has to do, or to wait for. */
export const nextSteps: Readonly<Record<StatusCode, Sentence>> = {
  1: {
    vi: 'Hồ sơ đang chờ cơ quan kiểm tra và tiếp nhận. Ông/bà chưa phải làm gì.',
    en: 'The agency is checking the dossier. Nothing is asked of you yet.',
  },
  2: { vi: 'Cơ quan đã tiếp nhận và sẽ giải quyết theo hẹn.', en: 'The dossier was received and will be handled by the due day.' },
  3: {
    vi: 'Hồ sơ không được tiếp nhận. Liên hệ cơ quan để biết lý do; có thể nộp lại khi hồ sơ đã đủ.',
    en: 'The dossier was not received. Ask the agency for the reason; you may hand it in again.',
  },
  4: { vi: 'Cơ quan đang giải quyết. Xin chờ đến ngày hẹn.', en: 'The dossier is being handled. Please wait until the due day.' },
  5: {
    vi: 'Hồ sơ cần bổ sung. Liên hệ bộ phận một cửa, mang theo hoặc gửi giấy tờ còn thiếu.',
    en: 'Papers are missing. Contact the one-stop desk and bring them.',
  },
  6: { vi: 'Hồ sơ chờ ông/bà thực hiện nghĩa vụ tài chính theo thông báo.', en: 'A payment is awaited, as you were told.' },
  7: { vi: 'Hồ sơ đã được rút theo yêu cầu.', en: 'The dossier was withdrawn.' },
  8: {
    vi: 'Việc giải quyết đang dừng. Cơ quan sẽ báo khi giải quyết tiếp.',
    en: 'The handling is stopped. The agency will tell you when it goes on.',
  },
  9: {
    vi: 'Đã có kết quả. Mời ông/bà đến bộ phận một cửa nhận, mang theo giấy tiếp nhận.',
    en: 'The result is ready. Please collect it at the one-stop desk.',
  },
  10: { vi: 'Kết quả đã được trả. Hồ sơ kết thúc.', en: 'The result was handed over.' },
};
