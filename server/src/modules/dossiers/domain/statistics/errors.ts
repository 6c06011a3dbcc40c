// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const statisticsErrors: ErrorCatalogue = {
  'dossiers.period_reversed': {
    kind: 'invalid',
    vi: 'Kỳ thống kê phải bắt đầu trước khi kết thúc: từ {from} đến {to} không phải một kỳ. Đổi lại hai ngày.',
    en: 'The period must begin before it ends: {from} to {to} is no period.',
  },
  'dossiers.page_unknown': {
    kind: 'invalid',
    vi: 'Không đọc được vị trí xem tiếp của danh sách. Mở lại danh sách từ đầu rồi bấm “Xem thêm”.',
    en: 'The place where the list goes on cannot be read. Open the list from its beginning.',
  },
  'dossiers.period_too_long': {
    kind: 'invalid',
    vi: 'Một kỳ thống kê dài nhất {years} năm. Chọn kỳ ngắn hơn.',
    en: 'A period spans at most {years} years.',
  },
};
