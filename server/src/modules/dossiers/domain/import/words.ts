// SPDX-License-Identifier: Apache-2.0
import { nationalStatuses, type StatusCode } from '../status.ts';
import { nameKey } from './fields.ts';

export type ChannelCode = 1 | 2 | 3;
export type ApplicantKind = 1 | 2 | 3;

const otherStatusWords: Readonly<Record<StatusCode, readonly string[]>> = {
  1: ['Chờ tiếp nhận', 'Mới nộp', 'Đã nộp', 'New'],
  2: ['Đã tiếp nhận', 'Tiếp nhận', 'Mới tiếp nhận'],
  3: ['Từ chối tiếp nhận', 'Từ chối', 'Không tiếp nhận', 'Trả lại', 'Denied'],
  4: ['Đang giải quyết', 'Đang thụ lý', 'Chờ xử lý', 'Đang thẩm định', 'Trình ký', 'In process'],
  5: ['Yêu cầu bổ sung', 'Bổ sung hồ sơ', 'Chờ bổ sung', 'Tạm dừng chờ bổ sung'],
  6: ['Nghĩa vụ tài chính', 'Chờ thực hiện nghĩa vụ tài chính', 'Chờ nộp thuế', 'Chờ thanh toán'],
  7: ['Rút hồ sơ', 'Đã rút', 'Công dân rút hồ sơ', 'Cancelled'],
  8: ['Tạm dừng', 'Đã dừng', 'Dừng giải quyết'],
  9: ['Đã có kết quả', 'Hoàn thành', 'Đã giải quyết', 'Đã xử lý', 'Chờ trả kết quả', 'Có kết quả', 'Done'],
  10: ['Trả kết quả', 'Đã trả', 'Đã trả kết quả cho công dân', 'Kết thúc', 'Closed'],
};

const statusOfWord: ReadonlyMap<string, StatusCode> = new Map(
  nationalStatuses.flatMap(({ code, key, vi, en }) =>
    [String(code), key, vi, en, ...otherStatusWords[code]].map((word) => [nameKey(word), code] as const),
  ),
);

const channels: Readonly<Record<ChannelCode, readonly string[]>> = {
  1: ['1', 'Trực tiếp', 'Nộp trực tiếp', 'Tại bộ phận một cửa', 'Một cửa', 'Tại quầy', 'Direct', 'In person', 'Counter'],
  2: ['2', 'Trực tuyến', 'Nộp trực tuyến', 'Qua mạng', 'Online', 'DVCTT', 'Dịch vụ công trực tuyến', 'Cổng dịch vụ công'],
  3: [
    '3',
    'Bưu chính công ích',
    'Bưu chính',
    'BCCI',
    'Qua bưu chính',
    'Dịch vụ bưu chính công ích',
    'Qua bưu điện',
    'Bưu điện',
    'Postal',
    'Post',
  ],
};

const channelOfWord = words(channels);

const kinds: Readonly<Record<ApplicantKind, readonly string[]>> = {
  1: ['1', 'Công dân', 'Cá nhân', 'Người dân', 'Citizen', 'Person'],
  2: ['2', 'Doanh nghiệp', 'Tổ chức', 'Doanh nghiệp, tổ chức', 'Cơ quan', 'Organisation', 'Business'],
  3: ['3', 'Hộ kinh doanh', 'Household business'],
};

const kindOfWord = words(kinds);

function words<Code extends number>(table: Readonly<Record<Code, readonly string[]>>): ReadonlyMap<string, Code> {
  return new Map(
    Object.entries<readonly string[]>(table).flatMap(([code, names]) =>
      names.map((name) => [nameKey(name), Number(code) as Code] as const),
    ),
  );
}

/** A status by its national code or by a name in use for it; undefined where it is neither. */
export function statusOf(text: string): StatusCode | undefined {
  return statusOfWord.get(nameKey(text));
}

/** How a dossier was handed in; a cell without a word is no online dossier, so it counts as handed in directly. */
export function channelOf(text: string): ChannelCode | undefined {
  return text === '' ? 1 : channelOfWord.get(nameKey(text));
}

export function applicantKindOf(text: string): ApplicantKind | undefined {
  return text === '' ? 1 : kindOfWord.get(nameKey(text));
}
