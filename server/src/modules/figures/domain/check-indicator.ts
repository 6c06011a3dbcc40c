// SPDX-License-Identifier: Apache-2.0
import { compareDecimals } from './decimal.ts';
import { type IndicatorContent, sourceOf } from './indicator.ts';

/** What keeps an indicator from being used, as the end of a sentence; null for a sound one. */
export function whatIsUnsound(content: IndicatorContent, isMeasure: (code: string) => boolean): string | null {
  const { kind, numerator, denominator, direction, goodFrom, warnFrom } = content;
  if ((kind === 'ratio') !== (denominator !== null)) return 'tỷ lệ cần mẫu số, số đếm thì không có';
  const unknown = [numerator, denominator].find((operand) => operand?.measure && !isMeasure(operand.measure));
  if (unknown?.measure) return `không có phép đo ${unknown.measure}`;
  if (sourceOf(content) === 'mixed' && content.aggregation === 'sum')
    return 'chỉ tiêu có một phần tính và một phần nhập không cộng được lên cấp trên';
  if (compareDecimals(content.scale, '0') <= 0) return 'hệ số nhân phải lớn hơn 0';
  if (kind === 'count' && content.scale !== '1') return 'số đếm có hệ số nhân là 1';
  if (content.periodKinds.length === 0) return 'chưa chọn loại kỳ';
  if (direction === 'none' && (goodFrom !== null || warnFrom !== null)) return 'ngưỡng cần chiều tốt của chỉ tiêu';
  if (goodFrom !== null && warnFrom !== null && compareDecimals(warnFrom, goodFrom) === (direction === 'higher' ? 1 : -1))
    return 'ngưỡng cần chú ý phải kém hơn ngưỡng đạt';
  return null;
}
