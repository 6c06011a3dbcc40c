// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** Refusals about days that cannot be true. */
export const dayErrors: ErrorCatalogue = {
  'inspections.paper_too_early': {
    kind: 'invalid',
    vi: 'Ngày {day} ghi trên văn bản trước ngày kết thúc kiểm tra ({from}) nên chưa lưu gì. Kiểm tra lại ngày ký.',
    en: 'The paper bears {day}, before the inspection ended ({from}). Nothing was saved.',
  },
  'inspections.paper_in_future': {
    kind: 'invalid',
    vi: 'Ngày {day} ghi trên văn bản chưa tới (hôm nay là {today}) nên chưa lưu gì. Kiểm tra lại ngày ký.',
    en: 'The paper bears {day}, which has not come yet (today is {today}). Nothing was saved.',
  },
  'inspections.paper_before_meeting': {
    kind: 'invalid',
    vi: 'Ngày {day} ghi trên văn bản trước ngày họp thông báo kết quả ({meeting}) nên chưa lưu gì. Kiểm tra lại ngày ký hoặc ngày họp.',
    en: 'The paper bears {day}, before the results meeting ({meeting}). Nothing was saved.',
  },
  'inspections.before_start': {
    kind: 'invalid',
    vi: 'Ngày {day} trước ngày bắt đầu kiểm tra {start}, khi đó chưa có kết quả để họp, lập biên bản, nên chưa lưu gì. Chọn ngày từ {start} trở đi.',
    en: '{day} lies before the inspection began ({start}), so there was no result yet. Nothing was saved; choose {start} or later.',
  },
  'inspections.before_decision': {
    kind: 'invalid',
    vi: 'Ngày {day} trước ngày ban hành quyết định {decision}, đoàn chưa được kiểm tra. Chọn ngày từ {decision} trở đi.',
    en: '{day} is before the decision of {decision}; choose a later day.',
  },
  'inspections.decision_before_plan': {
    kind: 'invalid',
    vi: 'Quyết định ngày {decision} trước kế hoạch ngày {plan}. Kiểm tra lại hai văn bản đã gắn.',
    en: 'The decision ({decision}) is older than the plan ({plan}).',
  },
  'inspections.dates_reversed': {
    kind: 'invalid',
    vi: 'Ngày kết thúc trước ngày bắt đầu. Sửa lại thứ tự ngày.',
    en: 'The last day lies before the first.',
  },
};
