// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** What a form is for; its number and name depend on the circular. */
export const formKinds = ['reception', 'supplement', 'refusal', 'apology', 'stop', 'control', 'register'] as const;
export type FormKind = (typeof formKinds)[number];

export type FormEntry = { readonly number: string; readonly kind: FormKind; readonly title: string };

/** The forms of one circular. */
export type FormRegime = {
  readonly key: 'circular_01_2018' | 'circular_03_2025';
  readonly validFrom: Day;
  readonly citation: string;
  /** Not null where the layout was set from a list of fields and not from the text of the annex. */
  readonly mark: 'background' | null;
  readonly forms: readonly FormEntry[];
};

const shared: readonly FormEntry[] = [
  { number: '01', kind: 'reception', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' },
  { number: '02', kind: 'supplement', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' },
  { number: '03', kind: 'refusal', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' },
];

/** Newest first. Numbers 05 and 06 changed their meaning with the circular of 2025. */
export const formRegimes: readonly FormRegime[] = [
  {
    key: 'circular_03_2025',
    validFrom: '2025-09-15',
    citation: 'Thông tư 03/2025/TT-VPCP',
    mark: 'background',
    forms: [
      ...shared,
      { number: '04', kind: 'apology', title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết' },
      { number: '05', kind: 'stop', title: 'Thông báo dừng giải quyết hồ sơ' },
      { number: '06', kind: 'control', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' },
      { number: '07', kind: 'register', title: 'Sổ theo dõi hồ sơ' },
    ],
  },
  {
    key: 'circular_01_2018',
    validFrom: '2019-01-06',
    citation: 'Thông tư 01/2018/TT-VPCP',
    mark: 'background',
    forms: [
      ...shared,
      { number: '04', kind: 'apology', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả' },
      { number: '05', kind: 'control', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' },
      { number: '06', kind: 'register', title: 'Sổ theo dõi hồ sơ' },
    ],
  },
];

/** The forms of a day; before the first circular, and until the second one, those of the first. */
export function formRegimeOn(day: Day): FormRegime {
  return formRegimes.find((regime) => regime.validFrom <= day) ?? (formRegimes[formRegimes.length - 1] as FormRegime);
}

/**
 * @example
 * formNumbered(formRegimeOn('2022-09-14'), '05')?.kind // 'control'
 * formNumbered(formRegimeOn('2026-01-05'), '05')?.kind // 'stop'
 */
export function formNumbered(regime: FormRegime, number: string): FormEntry | undefined {
  return regime.forms.find((form) => form.number === number);
}
